// SPDX-License-Identifier: MIT
#include "emulator/rotation/rules.h"

#include "emulator/errors.h"

namespace stunt::emulator {

tl::expected<std::optional<Schedule>, std::string> schedule_of(const RotationRules& rules) {
  if (!rules.after_days && rules.expression.empty()) return std::nullopt;
  const auto duration =
      rules.duration.empty() ? std::nullopt : std::optional<std::string_view>(rules.duration);
  auto schedule = rules.after_days ? Schedule::every(std::chrono::days(*rules.after_days), duration)
                                   : Schedule::read(rules.expression, duration);
  if (!schedule) return tl::unexpected(std::move(schedule.error()));
  return std::move(*schedule);
}

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
  if (!read.after_days && read.expression.empty() && !read.duration.empty()) {
    return tl::unexpected(errors::duration_without_schedule());
  }
  auto schedule = schedule_of(read);
  if (!schedule) return tl::unexpected(errors::invalid_schedule(schedule.error()));
  read.schedule = std::move(*schedule);
  return read;
}

}  // namespace stunt::emulator
