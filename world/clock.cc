// SPDX-License-Identifier: MIT
#include "world/clock.h"

namespace stunt::world {

Instant SystemClock::now() const {
  return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

Moment SystemClock::ticks() const {
  return std::chrono::floor<Duration>(std::chrono::steady_clock::now());
}

}  // namespace stunt::world
