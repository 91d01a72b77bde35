// SPDX-License-Identifier: MIT
#pragma once

#include "input/fields.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// Reads a rule's `when`. Conditions that no call can ever meet are problems. Leaves in `target`
/// the operations that the rule can hit; none if that is not clear.
When read_when(const input::Value& value, Target& target);

}  // namespace stunt::scenarios
