// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "input/place.h"
#include "world/clock.h"

namespace stunt::scenarios {

/// The clock that a scenario wants.
struct ClockSettings {
  enum class Mode {
    real,     ///< the machine's
    movable,  ///< "virtual": stands still until a step or the admin API moves it
    offset,   ///< runs like the machine's, but began at `start`
  };
  Mode mode = Mode::real;
  std::optional<world::Instant> start{};
  bool delays_are_virtual = false;  ///< a delayed answer is held until the clock was moved that far
  input::Place at{};

  bool same_as(const ClockSettings& other) const {
    return mode == other.mode && start == other.start &&
           delays_are_virtual == other.delays_are_virtual;
  }
};

}  // namespace stunt::scenarios
