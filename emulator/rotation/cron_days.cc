// SPDX-License-Identifier: MIT
#include "emulator/rotation/cron_days.h"

namespace stunt::emulator {
namespace {

constexpr CronField kDayOfMonth{.min = 1, .max = 31};
constexpr std::array<std::string_view, 7> kWeekdayNames = {"SUN", "MON", "TUE", "WED",
                                                           "THU", "FRI", "SAT"};
constexpr CronField kDayOfWeek{.min = 1, .max = 7, .names = kWeekdayNames};
constexpr CronField kWeekOfMonth{.min = 1, .max = 5};
constexpr unsigned kSaturday = 7;

constexpr CronSet only(unsigned number) { return CronSet(1) << number; }

bool has(CronSet set, unsigned number) { return set & only(number); }

/// Calls `read` for each item of a list; false as soon as that is.
template <typename Read>
bool each_item(std::string_view list, Read read) {
  while (true) {
    const auto comma = list.find(',');
    if (!read(list.substr(0, comma))) return false;
    if (comma == list.npos) return true;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<CronDays> CronDays::of_month(std::string_view text) {
  CronDays days;
  if (!each_item(text, [&](auto item) { return days.read_day_of_month(item); })) {
    return std::nullopt;
  }
  return days;
}

std::optional<CronDays> CronDays::of_week(std::string_view text) {
  CronDays days;
  if (!each_item(text, [&](auto item) { return days.read_day_of_week(item); })) {
    return std::nullopt;
  }
  return days;
}

bool CronDays::read_day_of_month(std::string_view text) {
  if (text == "L") {
    last_day_ = true;
    return true;
  }
  const auto set = read_cron_item(text, kDayOfMonth);
  days_ |= set.value_or(0);
  return set.has_value();
}

bool CronDays::read_day_of_week(std::string_view text) {
  if (text == "L") {
    weekdays_[0] |= only(kSaturday);
    return true;
  }
  if (const auto hash = text.find('#'); hash != text.npos) {
    const auto weekday = read_cron_number(text.substr(0, hash), kDayOfWeek);
    const auto week = read_cron_number(text.substr(hash + 1), kWeekOfMonth);
    if (!weekday || !week) return false;
    weekdays_[*week] |= only(*weekday);
    return true;
  }
  if (text.ends_with('L')) {
    const auto weekday = read_cron_number(text.substr(0, text.size() - 1), kDayOfWeek);
    last_weekdays_ |= weekday ? only(*weekday) : 0;
    return weekday.has_value();
  }
  const auto set = read_cron_item(text, kDayOfWeek);
  weekdays_[0] |= set.value_or(0);
  return set.has_value();
}

bool CronDays::contain(std::chrono::year_month_day date) const {
  const auto day = static_cast<unsigned>(date.day());
  const auto last = static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day());
  const auto weekday =
      std::chrono::weekday(std::chrono::sys_days(date)).c_encoding() + kDayOfWeek.min;
  return has(days_, day) || (last_day_ && day == last) || has(weekdays_[0], weekday) ||
         has(weekdays_[(day - 1) / 7 + 1], weekday) ||
         (day + 7 > last && has(last_weekdays_, weekday));
}

}  // namespace stunt::emulator
