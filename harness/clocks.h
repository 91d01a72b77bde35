// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "harness/settings.h"
#include "scenarios/script/clock_settings.h"
#include "world/clock.h"

namespace stunt::harness {

/// The clock of one world: the machine's, one that runs like it from another moment on, or one that
/// stands still until it is moved.
class Clocks {
 public:
  /// A virtual clock if either wants one.
  Clocks(bool deterministic, const scenarios::ClockSettings& wanted);

  const world::Clock& clock() const;

  /// Null if it cannot be moved.
  world::VirtualClock* movable() { return movable_ ? &*movable_ : nullptr; }
  const world::VirtualClock* movable() const { return movable_ ? &*movable_ : nullptr; }

 private:
  world::SystemClock machine_;
  std::optional<world::OffsetClock> offset_;
  std::optional<world::VirtualClock> movable_;
};

}  // namespace stunt::harness
