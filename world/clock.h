// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>

namespace stunt::world {

/// The unit of every time in this program.
using Duration = std::chrono::microseconds;

/// A point on the scenario's clock, UTC. What a client may see: dates, deletion windows.
using Instant = std::chrono::sys_time<Duration>;

/// A point on the machine's monotonic clock. Only differences mean something: gaps, delays.
using Moment = std::chrono::time_point<std::chrono::steady_clock, Duration>;

/// The only way to ask what time it is. Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;

  /// Time as the scenario has it. May stand still, and moves backwards only if the machine's does.
  virtual Instant now() const = 0;

  /// Time as the machine has it; never moves backwards.
  virtual Moment ticks() const = 0;
};

/// The machine's clocks.
class SystemClock : public Clock {
 public:
  Instant now() const override;
  Moment ticks() const override;
};

/// Scenario time stands still until it is told to move; machine time runs on, because clients
/// wait in real time whatever we do.
class VirtualClock : public SystemClock {
 public:
  explicit VirtualClock(Instant start) : now_us_(start.time_since_epoch().count()) {}

  Instant now() const override { return Instant(Duration(now_us_.load())); }
  void advance(Duration by) { now_us_ += by.count(); }

 private:
  std::atomic<Duration::rep> now_us_;
};

}  // namespace stunt::world
