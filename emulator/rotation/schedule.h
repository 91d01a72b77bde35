// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <tl/expected.hpp>

#include "emulator/rotation/cron.h"
#include "emulator/rotation/rate.h"
#include "emulator/rotation/window.h"

namespace stunt::emulator {

/// When a secret is rotated: windows that open again and again, without end. An immutable value,
/// read once.
class Schedule {
 public:
  /// Reads a ScheduleExpression ("rate(10 days)", "cron(0 16 1,15 * ? *)") and a Duration ("2h").
  /// Otherwise says in a sentence what is wrong.
  static tl::expected<Schedule, std::string> read(std::string_view expression,
                                                  std::optional<std::string_view> duration);

  /// The same for AutomaticallyAfterDays.
  static tl::expected<Schedule, std::string> every(std::chrono::days interval,
                                                   std::optional<std::string_view> duration);

  /// The first window that opens behind `after`, which for a rate in days is the last rotation.
  Window next_window(world::Instant after) const;

 private:
  using Openings = std::variant<Rate, Cron>;

  static tl::expected<Schedule, std::string> make(Openings openings,
                                                  std::optional<std::string_view> duration);

  Schedule(Openings openings, std::chrono::hours open_for)
      : openings_(openings), open_for_(open_for) {}

  Openings openings_;
  std::chrono::hours open_for_;
};

}  // namespace stunt::emulator
