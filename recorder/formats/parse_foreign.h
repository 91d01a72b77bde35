// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "aws/json.h"

namespace stunt::recorder {

/// A text that is JSON, or YAML of at most 16 MiB. Throws BadImport.
aws::Json parse_foreign(std::string_view text, const std::string& name);

}  // namespace stunt::recorder
