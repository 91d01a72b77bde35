// SPDX-License-Identifier: MIT
#include "recorder/transcript/shown.h"

#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kLongest = 80;

}  // namespace

std::string readable(const aws::Json& value) {
  return value.is_string() ? value.get<std::string>() : plain_json(value);
}

std::string shortened(std::string text) {
  if (text.size() <= kLongest) return text;
  auto end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace stunt::recorder
