// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "world/clock.h"

namespace stunt::emulator {

/// When a secret may be rotated: on the hour, UTC, for whole hours, and never into the next day.
struct Window {
  world::Instant opens;
  world::Instant closes;  ///< the first moment that no longer belongs to it

  bool operator==(const Window&) const = default;
};

/// What NextRotationDate tells: the last second of the window.
inline world::Instant last_moment(const Window& window) {
  return window.closes - std::chrono::seconds(1);
}

}  // namespace stunt::emulator
