// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/json.h"

namespace stunt::recorder {

/// A value as people read it: what a text says, of others the JSON.
std::string readable(const aws::Json& value);

/// A text of more than 80 bytes is cut there, where a character ends, and has a "…".
std::string shortened(std::string text);

}  // namespace stunt::recorder
