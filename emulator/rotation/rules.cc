// SPDX-License-Identifier: MIT
#include "emulator/rotation/rules.h"

#include "emulator/errors.h"

namespace stunt::emulator {

tl::expected<RotationRules, aws::Error> read_rotation_rules(const aws::Json& rules) {
  RotationRules read;
  if (const auto* days = aws::member(rules, "AutomaticallyAfterDays")) {
    read.after_days = days->get<std::int64_t>();
  }
  read.expression = aws::text_member(rules, "ScheduleExpression");
  read.duration = aws::text_member(rules, "Duration");
  if (read.after_days && !read.expression.empty()) {
    return tl::unexpected(errors::two_schedules());
  }
  if (!read.after_days && read.expression.empty()) {
    if (!read.duration.empty()) return tl::unexpected(errors::duration_without_schedule());
    return read;
  }
  const auto duration =
      read.duration.empty() ? std::nullopt : std::optional<std::string_view>(read.duration);
  auto schedule = read.after_days ? Schedule::every(std::chrono::days(*read.after_days), duration)
                                  : Schedule::read(read.expression, duration);
  if (!schedule) return tl::unexpected(errors::invalid_schedule(schedule.error()));
  read.schedule = *schedule;
  return read;
}

}  // namespace stunt::emulator
