// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "input/fields.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// Reads a rule's `then`: one object with faults, or a list of them; at most one fault of each
/// kind. Faults that cannot go together are problems. `target` says which rule it is.
std::vector<Action> read_then(const input::Value& value, Target target);

}  // namespace stunt::scenarios
