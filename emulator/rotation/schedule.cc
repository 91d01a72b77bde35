// SPDX-License-Identifier: MIT
#include "emulator/rotation/schedule.h"

#include <algorithm>
#include <charconv>

#include "emulator/limits.h"

namespace stunt::emulator {
namespace {

using std::chrono::hours;

using Wrong = tl::unexpected<std::string>;  // a sentence

/// What stands between "NAME(" and ")".
std::optional<std::string_view> inside(std::string_view text, std::string_view name) {
  if (!text.starts_with(name) || !text.ends_with(')')) return std::nullopt;
  text.remove_prefix(name.size());
  text.remove_suffix(1);
  if (!text.starts_with('(')) return std::nullopt;
  return text.substr(1);
}

/// "3h". Nothing for anything else, and for no hours at all.
std::optional<hours> read_duration(std::string_view text) {
  int count = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, count);
  if (read.ec != std::errc() || std::string_view(read.ptr, end) != "h" || count < 1) {
    return std::nullopt;
  }
  return hours(count);
}

}  // namespace

tl::expected<Schedule, std::string> Schedule::read(std::string_view expression,
                                                   std::optional<std::string_view> duration) {
  const auto make = [&](auto openings) { return Schedule::make(std::move(openings), duration); };
  if (const auto rate = inside(expression, "rate")) return Rate::read(*rate).and_then(make);
  if (const auto cron = inside(expression, "cron")) return Cron::read(*cron).and_then(make);
  return Wrong("A schedule expression is rate(...) or cron(...).");
}

tl::expected<Schedule, std::string> Schedule::every(std::chrono::days interval,
                                                    std::optional<std::string_view> duration) {
  return make(Rate(interval), duration);
}

tl::expected<Schedule, std::string> Schedule::make(Openings openings,
                                                   std::optional<std::string_view> duration) {
  const auto longest = std::visit([](const auto& each) { return each.longest_window(); }, openings);
  if (!duration) {
    const bool hourly = std::visit([](const auto& each) { return each.hourly(); }, openings);
    return Schedule(openings, hourly ? kHourlyWindow : longest);
  }
  const auto asked = read_duration(*duration);
  if (!asked) return Wrong("A window is open for at least one hour.");
  if (*asked > longest) {
    return Wrong(
        "The rotation window must not extend into the next rotation window or the next UTC day.");
  }
  return Schedule(openings, *asked);
}

Window Schedule::next_window(world::Instant after) const {
  const auto opens =
      std::visit([after](const auto& each) { return each.next_opening(after); }, openings_);
  // rate(23 hours) opens at any hour; some of its windows are cut off by midnight.
  const world::Instant midnight = std::chrono::floor<std::chrono::days>(opens) + hours(24);
  return {opens, std::min(opens + open_for_, midnight)};
}

}  // namespace stunt::emulator
