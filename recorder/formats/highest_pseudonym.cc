// SPDX-License-Identifier: MIT
#include "recorder/formats/highest_pseudonym.h"

#include <algorithm>
#include <charconv>

namespace stunt::recorder {
namespace {

constexpr std::string_view kBegin = "secret:";
constexpr std::uint64_t kMost = 1'000'000'000;

}  // namespace

std::uint64_t highest_pseudonym(std::string_view text) {
  std::uint64_t highest = 0;
  for (auto begin = text.find(kBegin); begin != text.npos; begin = text.find(kBegin)) {
    text.remove_prefix(begin + kBegin.size());
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc() && number <= kMost) highest = std::max(highest, number);
  }
  return highest;
}

}  // namespace stunt::recorder
