// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "emulator/rotation/order.h"
#include "emulator/secret.h"
#include "world/clock.h"

namespace stunt::emulator {

/// A RotateSecret that was carried out and waits whether its function can be invoked.
struct BegunRotation {
  RotationOrder order{};

  // How the secret was before.
  std::optional<Rotation> rotation{};
  std::string pending{};  ///< id of the version that had AWSPENDING; empty: none had it
  world::Instant changed{};

  world::Instant at{};  ///< when it was carried out
};

/// The function cannot be invoked: the secret becomes as it was. What others have changed meanwhile
/// stays.
void take_back(Secret& secret, const BegunRotation& begun);

}  // namespace stunt::emulator
