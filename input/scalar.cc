// SPDX-License-Identifier: MIT
#include "input/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace stunt::input {
namespace {

template <std::size_t size>
bool one_of(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 5> kNull = {"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 3> kTrue = {"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> kFalse = {"false", "False", "FALSE"};
constexpr std::array<std::string_view, 3> kInfinite = {".inf", ".Inf", ".INF"};
constexpr std::array<std::string_view, 3> kNotANumber = {".nan", ".NaN", ".NAN"};

constexpr std::string_view kDigits = "0123456789";

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

/// Takes the digits off the front of `text`; how many there were.
std::size_t take_digits(std::string_view& text) {
  const auto size = std::min(text.find_first_not_of(kDigits), text.size());
  text.remove_prefix(size);
  return size;
}

/// digits [. digits] or . digits, then perhaps an exponent; the sign is off already.
bool is_decimal(std::string_view text) {
  const auto whole = take_digits(text);
  std::size_t fraction = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  if (whole + fraction == 0) return false;
  if (text.empty()) return true;
  if (text.front() != 'e' && text.front() != 'E') return false;
  text.remove_prefix(1);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return all_of(text, kDigits);
}

double to_double(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc::result_out_of_range) return value;
  const bool tiny = text.find("e-") != text.npos || text.find("E-") != text.npos;
  return tiny ? 0 : std::numeric_limits<double>::infinity();
}

Scalar number(double value) { return {.kind = Kind::number, .number = value}; }

/// A run of digits as an integer, or as a number if that is too large for 64 bits.
Scalar integer(std::string_view digits, int base, bool negative) {
  Scalar scalar{.kind = Kind::integer, .negative = negative};
  const auto end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, scalar.magnitude, base).ec != std::errc()) {
    const double large = base == 10 ? to_double(digits) : std::numeric_limits<double>::infinity();
    return number(negative ? -large : large);
  }
  const auto value = static_cast<double>(scalar.magnitude);
  scalar.number = negative ? -value : value;
  return scalar;
}

}  // namespace

Scalar resolve(std::string_view plain) {
  if (one_of(plain, kNull)) return {.kind = Kind::null};
  if (one_of(plain, kTrue)) return {.kind = Kind::boolean, .boolean = true};
  if (one_of(plain, kFalse)) return {.kind = Kind::boolean, .boolean = false};
  if (one_of(plain, kNotANumber)) return number(std::numeric_limits<double>::quiet_NaN());
  if (plain.starts_with("0o") && all_of(plain.substr(2), "01234567")) {
    return integer(plain.substr(2), 8, false);
  }
  if (plain.starts_with("0x") && all_of(plain.substr(2), "0123456789abcdefABCDEF")) {
    return integer(plain.substr(2), 16, false);
  }
  const bool negative = plain.starts_with('-');
  const auto digits = negative || plain.starts_with('+') ? plain.substr(1) : plain;
  const double sign = negative ? -1 : 1;
  if (all_of(digits, kDigits)) return integer(digits, 10, negative);
  if (is_decimal(digits)) return number(sign * to_double(digits));
  if (one_of(digits, kInfinite)) return number(sign * std::numeric_limits<double>::infinity());
  return {.kind = Kind::text};
}

}  // namespace stunt::input
