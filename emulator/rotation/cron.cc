// SPDX-License-Identifier: MIT
#include "emulator/rotation/cron.h"

#include <algorithm>
#include <array>
#include <bit>

#include "emulator/limits.h"

namespace stunt::emulator {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

using Wrong = tl::unexpected<std::string>;  // a sentence

constexpr std::array<std::string_view, 12> kMonthNames = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                          "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr CronField kHours{.min = 0, .max = 23, .lists = false};
constexpr CronField kMonths{.min = 1, .max = 12, .names = kMonthNames};

/// The calendar repeats itself after this: what has not come by then never does.
constexpr std::chrono::years kCalendarCycle{400};

using Fields = std::array<std::string_view, 6>;

/// The fields of an expression, with one or more blanks between them.
std::optional<Fields> split(std::string_view text) {
  Fields fields;
  std::size_t count = 0;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) break;
    if (count == fields.size()) return std::nullopt;
    fields[count] = text.substr(0, text.find(' '));
    text.remove_prefix(fields[count++].size());
  }
  if (count != fields.size()) return std::nullopt;
  return fields;
}

/// The shortest time from one of these hours to the next one, today or tomorrow.
hours shortest_gap(CronSet set) {
  const int first = std::countr_zero(set);
  int shortest = 24, previous = first;
  for (int hour = first + 1; hour < 24; ++hour) {
    if (!(set >> hour & 1)) continue;
    shortest = std::min(shortest, hour - previous);
    previous = hour;
  }
  return hours(std::min(shortest, 24 - previous + first));
}

int last_hour(CronSet set) { return std::bit_width(set) - 1; }

}  // namespace

tl::expected<Cron, std::string> Cron::read(std::string_view text) {
  const auto fields = split(text);
  if (!fields) return Wrong("A cron expression has six fields.");
  const auto& [minutes, hour, day_of_month, month, day_of_week, year] = *fields;
  if (minutes != "0") return Wrong("The Minutes field of a cron expression must be 0.");
  const auto hour_set = read_cron_field(hour, kHours);
  if (!hour_set) return Wrong("The Hours field of a cron expression is not valid.");
  if (shortest_gap(*hour_set) < kShortestRotation) {
    return Wrong("A secret can be rotated every four hours at most.");
  }
  if ((day_of_month == "?") == (day_of_week == "?")) {
    return Wrong("One of the fields Day-of-month and Day-of-week must be ?, and not both.");
  }
  const bool by_week = day_of_month == "?";
  const auto day_set = by_week ? CronDays::of_week(day_of_week) : CronDays::of_month(day_of_month);
  if (!day_set) {
    return Wrong(by_week ? "The Day-of-week field of a cron expression is not valid."
                         : "The Day-of-month field of a cron expression is not valid.");
  }
  const auto month_set = read_cron_field(month, kMonths);
  if (!month_set) return Wrong("The Month field of a cron expression is not valid.");
  if (year != "*") return Wrong("The Year field of a cron expression must be *.");

  const Cron cron(*hour_set, *day_set, *month_set);
  if (!cron.find_day(sys_days())) return Wrong("No day fits the cron expression.");
  return cron;
}

std::optional<sys_days> Cron::find_day(sys_days from) const {
  const year_month_day first(from);
  const year_month start(first.year(), first.month());
  for (auto month = start; month <= start + kCalendarCycle; month += std::chrono::months(1)) {
    if (!(months_ >> static_cast<unsigned>(month.month()) & 1)) continue;
    const sys_days end = month / std::chrono::last;
    for (auto day = std::max<sys_days>(month / 1, from); day <= end; day += days(1)) {
      if (days_.contain(day)) return day;
    }
  }
  return std::nullopt;
}

world::Instant Cron::next_opening(world::Instant after) const {
  auto day = *find_day(std::chrono::floor<days>(after));
  if (day + hours(last_hour(hours_)) <= after) day = *find_day(day + days(1));
  int hour = std::countr_zero(hours_);
  while (!(hours_ >> hour & 1) || day + hours(hour) <= after) ++hour;
  return day + hours(hour);
}

bool Cron::hourly() const { return std::popcount(hours_) > 1; }

hours Cron::longest_window() const {
  return std::min(shortest_gap(hours_), hours(24 - last_hour(hours_)));
}

}  // namespace stunt::emulator
