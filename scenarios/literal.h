// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "aws/json.h"
#include "input/fields.h"

namespace stunt::scenarios {

/// A value of the file as JSON, as it would be sent. What is not written (null) is a problem.
std::optional<aws::Json> read_literal(const input::Value& value);

/// Notes an object that has more members than a request can have (aws::kWidest).
bool is_narrow_enough(const input::Value& object);

}  // namespace stunt::scenarios
