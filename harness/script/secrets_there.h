// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <utility>

#include "harness/script/own_calls.h"

namespace stunt::harness {

/// Secrets and their versions: (name, version id), also those that wait for their deletion.
std::set<std::pair<std::string, std::string>> secrets_there(OwnCalls& calls);

}  // namespace stunt::harness
