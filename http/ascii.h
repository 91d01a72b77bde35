// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Protocols compare and trim in ASCII, whatever the locale says.
namespace stunt::http {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// With small letters where there are capital ones.
std::string lower(std::string_view text);

/// Without blanks and tabs around it.
std::string_view trimmed(std::string_view text);

}  // namespace stunt::http
