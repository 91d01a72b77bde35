// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "world/calendar.h"
#include "world/clock.h"

namespace stunt::test {

/// A clock of which both hands stand still until the test moves them.
class ManualClock : public world::Clock {
 public:
  explicit ManualClock(std::string_view start = "2026-01-01T00:00:00Z")
      : start_(*world::parse_rfc3339(start)) {}

  world::Instant now() const override { return start_ + world::Duration(passed_us_.load()); }
  world::Moment ticks() const override { return world::Moment(world::Duration(passed_us_.load())); }

  void advance(world::Duration by) { passed_us_ += by.count(); }

 private:
  world::Instant start_;
  std::atomic<world::Duration::rep> passed_us_{0};
};

}  // namespace stunt::test
