// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <mutex>

#include "aws/exchange.h"
#include "world/clock.h"

namespace stunt::harness {

/// Delays on a virtual clock: what would wait in real time is held until the clock was moved that
/// far. Thread-safe.
class VirtualWaits {
 public:
  explicit VirtualWaits(const world::Clock& clock) : clock_(clock) {}

  /// Makes the outcome's delay such a wait.
  void retime(aws::Exchange& exchange, aws::Outcome& outcome);

  /// Ends the waits that are due, in the order of their times.
  void moved(world::Instant now);

 private:
  using GoOn = std::function<void()>;

  void wait(world::Instant due, GoOn go_on);

  const world::Clock& clock_;
  std::mutex mutex_;
  std::multimap<world::Instant, GoOn> waits_;
};

}  // namespace stunt::harness
