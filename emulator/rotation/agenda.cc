// SPDX-License-Identifier: MIT
#include "emulator/rotation/agenda.h"

namespace stunt::emulator {

std::optional<world::Instant> Agenda::next() const {
  if (items_.empty()) return std::nullopt;
  return items_.begin()->at;
}

std::optional<Agenda::Item> Agenda::take(world::Instant now) {
  if (items_.empty() || items_.begin()->at > now) return std::nullopt;
  return std::move(items_.extract(items_.begin()).value());
}

}  // namespace stunt::emulator
