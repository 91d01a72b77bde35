// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "input/fields.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// An error's code; empty, and a problem, if it is none.
std::string read_code(const input::Value& value);

/// Notes a problem unless every operation that the rule hits can answer so. `way_out` says what
/// else to write.
void check_code(const input::Value& value, std::string_view code, const Target& target,
                std::string_view way_out = {});

/// What the service, or AWS in common, says of the code; null if nobody knows it.
const aws::ErrorModel* known_error(const aws::ServiceModel& service, std::string_view code);

}  // namespace stunt::scenarios
