// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "input/fields.h"
#include "scenarios/body_pattern.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// Reads `body`: an object of which every member must be there. A member that none of the target's
/// operations takes is a problem.
std::optional<BodyPattern> read_body(const input::Value& value, const Target& target);

/// Reads `bodyPointer`: JSON Pointers and what the text there must be like.
std::vector<PointerPattern> read_pointers(const input::Value& value, const Target& target);

}  // namespace stunt::scenarios
