// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "harness/scope.h"

namespace stunt::harness::admin {

/// A posted scenario has no more rules: whoever waits for the answer is not to wait long.
constexpr std::size_t kMostPostedRules = 1000;

/// Whether a scope takes so many rules more; whoever brings them comes first or not at all. Throws
/// Problem if there were more then than a file may have.
void want_room(Scope& scope, std::size_t more);

}  // namespace stunt::harness::admin
