// SPDX-License-Identifier: MIT
#include "emulator/rotation/rotation.h"

namespace stunt::emulator {

bool can_rotate(const Rotation& rotation) {
  return !rotation.function_arn.empty() || !rotation.external_role_arn.empty() ||
         !rotation.external_metadata.empty();
}

std::optional<world::Instant> due(const Rotation& rotation) {
  if (!rotation.enabled || rotation.running) return std::nullopt;
  if (rotation.retry) return rotation.retry;
  if (rotation.next) return rotation.next->opens;
  return std::nullopt;
}

}  // namespace stunt::emulator
