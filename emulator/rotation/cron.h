// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "emulator/rotation/cron_days.h"
#include "world/clock.h"

namespace stunt::emulator {

/// Windows that open at certain hours of certain days, UTC, as a cron expression in AWS's dialect
/// says. There is always another one.
class Cron {
 public:
  /// Reads what stands between the parentheses: "0 16 1,15 * ? *". Otherwise says in a sentence
  /// what is wrong.
  static tl::expected<Cron, std::string> read(std::string_view text);

  /// The first opening behind `after`.
  world::Instant next_opening(world::Instant after) const;

  /// True if this is a schedule in hours, whose windows are short unless they are told otherwise.
  bool hourly() const;

  /// As long as a window can be.
  std::chrono::hours longest_window() const;

 private:
  Cron(CronSet hours, CronDays days, CronSet months)
      : hours_(hours), days_(days), months_(months) {}

  std::optional<std::chrono::sys_days> find_day(std::chrono::sys_days from) const;

  CronSet hours_;
  CronDays days_;
  CronSet months_;
};

}  // namespace stunt::emulator
