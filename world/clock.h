// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <functional>

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

/// Scenario time runs like the machine's, but began at another moment.
class OffsetClock : public SystemClock {
 public:
  explicit OffsetClock(Instant start) : offset_(start - SystemClock::now()) {}

  Instant now() const override { return SystemClock::now() + offset_; }

 private:
  const Duration offset_;
};

/// Scenario time stands still until it is told to move; machine time runs on, because clients
/// wait in real time whatever we do.
class VirtualClock : public SystemClock {
 public:
  explicit VirtualClock(Instant start) : now_us_(start.time_since_epoch().count()) {}

  Instant now() const override { return Instant(Duration(now_us_.load())); }

  /// Tells `moved` after it has moved, on the caller's thread.
  void advance(Duration by) {
    now_us_ += by.count();
    if (moved_) moved_(now());
  }

  /// Who wants to know. Before the first advance().
  void when_moved(std::function<void(Instant now)> moved) { moved_ = std::move(moved); }

 private:
  std::atomic<Duration::rep> now_us_;
  std::function<void(Instant)> moved_;
};

}  // namespace stunt::world
