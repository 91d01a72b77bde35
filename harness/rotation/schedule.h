// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "emulator/rotation/order.h"
#include "http/loop.h"
#include "world/clock.h"

namespace stunt::harness {

/// What the schedule asks and whom it tells; in the program the emulator and a method. Called on
/// the loop's thread.
struct RotationBook {
  using Orders = std::vector<emulator::RotationOrder>;

  std::function<std::optional<world::Instant>()> next;
  std::function<Orders()> due;
  std::function<void(emulator::RotationOrder, std::function<void(emulator::RotationEnd)>)> rotate;
};

/// Has rotations done when they are due: on the machine's clock by itself, on a virtual one while
/// it is moved. Thread-safe.
class RotationSchedule {
 public:
  /// A rotation that fell due while the clock was moved.
  struct Rotated {
    std::string secret_arn;
    emulator::RotationEnd end;
  };
  using Moved = std::function<void(std::vector<Rotated>)>;

  /// `movable` is the same clock if it is a virtual one, else null. All must outlive it.
  RotationSchedule(http::Loop& loop, const world::Clock& clock, world::VirtualClock* movable,
                   RotationBook book)
      : loop_(loop), clock_(clock), movable_(movable), book_(std::move(book)) {}

  /// Begins. Nothing is due before.
  void start();

  /// A rotation that was not due begins, or has ended: a virtual clock is not moved between the
  /// two.
  void begins();
  void has_ended();

  /// Moves the virtual clock, with a stop at each moment at which something is due, until all that
  /// was due then has ended. `moved` is called once, on the loop's thread; after stop(), at once.
  /// One is done after the other.
  void advance(world::Duration by, Moved moved);

  /// Begins nothing any more, and leaves clocks where they stand. On the loop's thread.
  void stop();

 private:
  struct Advance {
    world::Duration by;
    Moved moved;
    std::optional<world::Instant> target{};
    std::vector<Rotated> rotated{};
  };

  void run();
  void rotate(emulator::RotationOrder order);
  void ended(const std::string& secret_arn, emulator::RotationEnd end);
  world::Instant horizon();
  void move_to(world::Instant then);
  void finish_advance();
  void wait();

  http::Loop& loop_;
  const world::Clock& clock_;
  world::VirtualClock* const movable_;
  const RotationBook book_;
  std::atomic<bool> stopped_{false};

  // On the loop's thread only.
  std::deque<Advance> advances_;
  std::size_t under_way_ = 0;
  std::uint64_t waits_ = 0;
};

}  // namespace stunt::harness
