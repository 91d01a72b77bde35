// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "emulator/rotation/cron_field.h"

namespace stunt::emulator {

/// The days that a cron expression means by its day-of-month or its day-of-week. Weekdays are
/// numbered as AWS does, from 1, Sunday, to 7.
class CronDays {
 public:
  /// "1,15", "L" (the last of the month), "1/10".
  static std::optional<CronDays> of_month(std::string_view text);

  /// "MON-FRI", "L" (Saturday), "SUNL" or "1L" (the last Sunday of the month), "TUE#3" (the third
  /// Tuesday).
  static std::optional<CronDays> of_week(std::string_view text);

  bool contain(std::chrono::year_month_day date) const;

 private:
  bool read_day_of_month(std::string_view text);
  bool read_day_of_week(std::string_view text);

  CronSet days_ = 0;
  bool last_day_ = false;
  std::array<CronSet, 6> weekdays_{};  // [0]: in every week; [n]: the n-th of the month only
  CronSet last_weekdays_ = 0;
};

}  // namespace stunt::emulator
