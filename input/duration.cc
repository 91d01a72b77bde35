// SPDX-License-Identifier: MIT
#include "input/duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "input/quote.h"

namespace stunt::input {
namespace {

using std::chrono::microseconds;

struct Unit {
  std::string_view name;
  microseconds::rep us;
};

constexpr std::array kUnits = {
    Unit{"us", 1},         Unit{"ms", 1'000},        Unit{"s", 1'000'000},
    Unit{"m", 60'000'000}, Unit{"h", 3'600'000'000}, Unit{"d", 86'400'000'000},
};

constexpr std::string_view kDigits = "0123456789";

/// Up to here a double counts microseconds exactly: 285 years.
constexpr double kExact = 0x1.0p53;

/// How long the number at the beginning of `text` is: digits, or digits '.' digits.
std::size_t number_size(std::string_view text) {
  const auto whole = std::min(text.find_first_not_of(kDigits), text.size());
  if (whole == 0 || whole == text.size() || text[whole] != '.') return whole;
  const auto end = std::min(text.find_first_not_of(kDigits, whole + 1), text.size());
  return end == whole + 1 ? whole : end;
}

tl::unexpected<Wrong> wrong(std::string message, std::string hint) {
  return tl::unexpected(Wrong{std::move(message), std::move(hint)});
}

}  // namespace

tl::expected<microseconds, Wrong> parse_duration(std::string_view text) {
  if (text == "0") return microseconds(0);
  const auto size = number_size(text);
  const auto number = text.substr(0, size), unit = text.substr(size);
  if (number.empty()) {
    if (text.starts_with('-')) return wrong(quote(text) + " is negative", "a duration is not");
    return wrong(quote(text) + " is not a duration",
                 "write a number and a unit, such as 250ms, 1.5s or 8d");
  }
  if (unit.empty()) {
    const std::string bare(number.substr(0, 40));
    return wrong(bare + " needs a unit", "write " + bare + "s or " + bare + "ms");
  }
  for (const auto& [name, us] : kUnits) {
    if (name != unit) continue;
    double value = HUGE_VAL;  // what stays if the number is too large for a double
    std::from_chars(number.data(), number.data() + number.size(), value);
    value *= static_cast<double>(us);
    if (!(value < kExact)) return wrong(quote(text) + " is too long", "285 years are the most");
    return microseconds(std::llround(value));
  }
  return wrong("unknown unit " + quote(unit) + " in " + quote(text),
               "the units are us, ms, s, m, h and d");
}

std::string format_duration(microseconds duration) {
  if (duration.count() == 0) return "0";
  const Unit* best = &kUnits.front();
  for (const auto& unit : kUnits) {
    if (duration.count() % unit.us == 0) best = &unit;
  }
  return std::to_string(duration.count() / best->us) + std::string(best->name);
}

}  // namespace stunt::input
