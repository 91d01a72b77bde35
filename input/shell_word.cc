// SPDX-License-Identifier: MIT
#include "input/shell_word.h"

#include <algorithm>

namespace stunt::input {
namespace {

bool is_safe(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
}

/// In single quotes, with `line_break` for each line break.
std::string quoted(std::string_view text, std::string_view line_break) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += R"('\'')";
    } else if (c == '\n') {
      word += line_break;
    } else {
      word += c;
    }
  }
  return word + "'";
}

}  // namespace

std::string shell_quoted(std::string_view text) { return quoted(text, "\n"); }

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_safe)) return std::string(text);
  return quoted(text, R"('$'\n'')");
}

}  // namespace stunt::input
