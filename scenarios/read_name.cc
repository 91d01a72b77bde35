// SPDX-License-Identifier: MIT
#include "scenarios/read_name.h"

#include <algorithm>

#include "input/quote.h"

namespace stunt::scenarios {

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '_' || c == '/' || c == '-';
  });
}

std::optional<std::string> read_name(const input::Value& value) {
  const auto text = value.text();
  if (!text) return std::nullopt;
  if (is_name(*text)) return std::string(*text);
  value.wrong(input::quote(*text) + " is not a name", kNameHint);
  return std::nullopt;
}

}  // namespace stunt::scenarios
