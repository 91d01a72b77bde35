// SPDX-License-Identifier: MIT
#include "input/size.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::input {
namespace {

constexpr std::array<std::string_view, 9> kUnits = {"B",   "kB",  "MB",  "GB", "TB",
                                                    "KiB", "MiB", "GiB", "TiB"};
constexpr std::array<std::uint64_t, 9> kBytes = {
    1,          1'000,      1'000'000,  1'000'000'000, 1'000'000'000'000,
    1ULL << 10, 1ULL << 20, 1ULL << 30, 1ULL << 40};

/// Up to here a double counts bytes exactly: 8 PiB.
constexpr double kExact = 0x1.0p53;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

tl::unexpected<Wrong> wrong(std::string message, std::string hint) {
  return tl::unexpected(Wrong{std::move(message), std::move(hint)});
}

/// "100M" means 100 MiB to some programs and 100 MB to others.
std::string hint_for(std::string_view number, std::string_view unit) {
  if (unit.size() == 1 && std::string_view("kKmMgGtT").find(unit.front()) != unit.npos) {
    const std::string begin(number.substr(0, 40));
    const char letter = unit.front() == 'k' ? 'K' : static_cast<char>(lower(unit.front()) - 32);
    return "write " + begin + (letter == 'K' ? "kB" : std::string(1, letter) + "B") + " or " +
           begin + letter + "iB";
  }
  return suggest(unit, kUnits);
}

}  // namespace

tl::expected<std::uint64_t, Wrong> parse_size(std::string_view text) {
  const auto size = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto number = text.substr(0, size), unit = text.substr(size);
  double value = HUGE_VAL;  // what stays if the number is too large for a double
  const auto read = std::from_chars(number.data(), number.data() + number.size(), value,
                                    std::chars_format::fixed);
  if (number.empty() || read.ec == std::errc::invalid_argument ||
      read.ptr != number.data() + number.size()) {
    return wrong(quote(text) + " is not a size", "write a number and a unit, such as 100MB");
  }
  if (unit.empty()) {
    const std::string bare(number.substr(0, 40));
    return wrong(bare + " needs a unit", "write " + bare + "MB or " + bare + "MiB");
  }
  const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](auto known) { return same_letters(known, unit); });
  if (found == kUnits.end()) {
    return wrong("unknown unit " + quote(unit) + " in " + quote(text), hint_for(number, unit));
  }
  value *= static_cast<double>(kBytes[static_cast<std::size_t>(found - kUnits.begin())]);
  if (!(value < kExact)) return wrong(quote(text) + " is too much", "8192 TiB are the most");
  return static_cast<std::uint64_t>(value);
}

std::string format_size(std::uint64_t bytes) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < kUnits.size(); ++i) {
    if (bytes > 0 && bytes % kBytes[i] == 0 && kBytes[i] > kBytes[best]) best = i;
  }
  return std::to_string(bytes / kBytes[best]) + std::string(kUnits[best]);
}

}  // namespace stunt::input
