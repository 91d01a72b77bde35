// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "input/fields.h"

namespace stunt::scenarios {

/// Reads the name of a scope; empty if it is none.
std::string read_scope_name(const input::Value& value);

/// Reads the access key ids that lead to a scope.
std::vector<std::string> read_scope_keys(const input::Value& value);

}  // namespace stunt::scenarios
