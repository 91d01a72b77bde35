// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stunt::aws {

/// RFC 4648, section 4: the alphabet with + and /, padded with =.
std::string base64(std::string_view bytes);

/// What base64() encoded. Nothing if `text` is not exactly that: a foreign character, missing
/// padding, or bits set behind the last byte.
std::optional<std::string> read_base64(std::string_view text);

}  // namespace stunt::aws
