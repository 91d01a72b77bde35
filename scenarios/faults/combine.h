// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// Notes a problem where faults of one rule cannot go together: two answers, or a fault that can
/// never come to its turn beside another.
void check_combination(const std::vector<Action>& actions, const Target& target);

}  // namespace stunt::scenarios
