// SPDX-License-Identifier: MIT
#include "harness/clocks.h"

#include "world/calendar.h"

namespace stunt::harness {

world::Instant deterministic_start() { return *world::parse_rfc3339("2026-01-01T00:00:00Z"); }

Clocks::Clocks(bool deterministic, const scenarios::ClockSettings& wanted) {
  using Mode = scenarios::ClockSettings::Mode;
  if (deterministic) {
    movable_.emplace(wanted.start.value_or(deterministic_start()));
  } else if (wanted.mode == Mode::movable) {
    movable_.emplace(wanted.start.value_or(machine_.now()));
  } else if (wanted.mode == Mode::offset) {
    offset_.emplace(wanted.start.value_or(machine_.now()));
  }
}

const world::Clock& Clocks::clock() const {
  if (movable_) return *movable_;
  if (offset_) return *offset_;
  return machine_;
}

}  // namespace stunt::harness
