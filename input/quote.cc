// SPDX-License-Identifier: MIT
#include "input/quote.h"

namespace stunt::input {
namespace {

constexpr std::size_t kLongest = 80;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string quote(std::string_view text) {
  auto size = text.size();
  if (size > kLongest) {
    size = kLongest;
    while (continues_character(text[size])) --size;
  }
  static constexpr char kHex[] = "0123456789abcdef";
  std::string quoted = "'";
  for (const char c : text.substr(0, size)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '\t') {
      quoted += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += {'\\', 'x', kHex[byte >> 4], kHex[byte & 0xF]};
    } else {
      quoted += c;
    }
  }
  quoted += size < text.size() ? "…'" : "'";
  return quoted;
}

}  // namespace stunt::input
