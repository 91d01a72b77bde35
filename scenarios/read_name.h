// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "input/fields.h"

namespace stunt::scenarios {

/// What a name must be like, for messages.
inline constexpr const char* kNameHint = "use 1 to 128 letters, digits, '.', '_', '/' and '-'";

/// Whether a rule, a scenario or a machine can be called so.
bool is_name(std::string_view text);

/// Reads such a name.
std::optional<std::string> read_name(const input::Value& value);

}  // namespace stunt::scenarios
