// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::input {

/// The text as one word of any POSIX shell, in single quotes.
std::string shell_quoted(std::string_view text);

/// The same for one line of a command: without quotes where none are needed, and a line break as
/// $'\n', which the shells that people type into read.
std::string shell_word(std::string_view text);

}  // namespace stunt::input
