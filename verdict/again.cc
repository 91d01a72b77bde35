// SPDX-License-Identifier: MIT
#include "verdict/again.h"

#include <algorithm>

namespace stunt::verdict {
namespace {

bool is_safe(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
}

/// In single quotes, and what cannot stand in them as $'…' has it, so that it stays one line.
std::string quoted(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_safe)) return word;
  std::string result = "'";
  for (const char c : word) {
    if (c == '\'') {
      result += "'\\''";
    } else if (c == '\n') {
      result += "'$'\\n''";
    } else {
      result += c;
    }
  }
  return result + "'";
}

}  // namespace

std::string run_again(const std::string& file, std::uint64_t seed,
                      std::span<const std::string> command) {
  auto line = "stunt run " + quoted(file) + " --seed " + std::to_string(seed);
  if (!command.empty()) line += " --";
  for (const auto& word : command) line += " " + quoted(word);
  return line;
}

}  // namespace stunt::verdict
