// SPDX-License-Identifier: MIT
#include "emulator/rotation/rate.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "emulator/limits.h"

namespace stunt::emulator {
namespace {

using std::chrono::days;
using std::chrono::hours;

using Wrong = tl::unexpected<std::string>;  // a sentence

/// A positive number, or nothing.
std::optional<int> read_count(std::string_view text) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count < 1) return std::nullopt;
  return count;
}

}  // namespace

tl::expected<Rate, std::string> Rate::read(std::string_view text) {
  const auto blank = text.find(' ');
  const auto count = read_count(text.substr(0, blank));
  const auto unit = blank == text.npos ? std::string_view() : text.substr(blank + 1);
  const bool in_hours = unit == "hour" || unit == "hours";
  if (!count || !(in_hours || unit == "day" || unit == "days")) {
    return Wrong("A rate is a positive number and a unit: hour, hours, day or days.");
  }
  if (in_hours && hours(*count) < kShortestRotation) {
    return Wrong("A secret can be rotated every four hours at most.");
  }
  const int longest = in_hours ? hours(kLongestRotation).count() : kLongestRotation.count();
  if (*count > longest) return Wrong("The longest rotation period is 999 days.");
  return in_hours ? Rate(hours(*count)) : Rate(days(*count));
}

world::Instant Rate::next_opening(world::Instant after) const {
  if (const auto* every = std::get_if<days>(&every_)) {
    return std::chrono::floor<days>(after) + *every;
  }
  const auto every = std::get<hours>(every_);
  const auto slot = std::chrono::floor<hours>(after).time_since_epoch() / every;
  return world::Instant((slot + 1) * every);
}

hours Rate::longest_window() const {
  const auto* every = std::get_if<hours>(&every_);
  return every ? std::min<hours>(*every, days(1)) : days(1);
}

}  // namespace stunt::emulator
