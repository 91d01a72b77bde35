// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "input/fields.h"

namespace stunt::aws {

/// What is written in a file, as JSON. What JSON cannot say (.nan, .inf) is a problem.
Json json_of(const input::Value& value);

}  // namespace stunt::aws
