// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stunt::input {

/// The length of the UTF-8 character at the beginning of `text`, which is not empty; 0 if there is
/// none (RFC 3629).
std::size_t character_size(std::string_view text);

/// Appends a code point, which is no surrogate, as UTF-8.
void append_character(std::string& text, std::uint32_t code_point);

}  // namespace stunt::input
