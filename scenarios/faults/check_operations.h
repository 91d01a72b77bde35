// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "input/fields.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// Notes a problem at `value` unless the fault can be brought upon every operation of the rule: "X
/// (and 2 more of the rule's operations) `why_not`".
void check_operations(const input::Value& value, const Target& target,
                      const std::function<bool(const aws::OperationModel&)>& suits,
                      std::string_view why_not, std::string_view hint);

/// Notes a problem unless the rule acts before the engine.
void check_before(const input::Value& value, const Target& target, std::string_view why);

}  // namespace stunt::scenarios
