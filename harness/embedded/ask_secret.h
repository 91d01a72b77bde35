// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "harness/scope.h"
#include "stunt/secret.h"

namespace stunt::embedded {

/// What the scope's engine has of a secret, asked past all rules. Throws verdict::NoAnswer if there
/// is no engine to ask.
Secret ask_secret(harness::Scope& scope, const std::string& name);

}  // namespace stunt::embedded
