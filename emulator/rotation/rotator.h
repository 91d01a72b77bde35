// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "emulator/rotation/order.h"

namespace stunt::emulator {

/// Whoever can call rotation functions. The emulator says what is due; this does it, by calls to
/// the service like any other client's. Callable from several threads.
class Rotator {
 public:
  virtual ~Rotator() = default;

  /// Begins an order of RotateSecret; no lock is held. `answered` is called once, from any thread,
  /// perhaps before this returns: true when the invocation of the first step was accepted, false
  /// when it was refused (no such function, not allowed, no connection). The end of an accepted
  /// order is told by SecretsManager::rotation_ended(); a refused one has ended already.
  virtual void begin(RotationOrder order, std::function<void(bool accepted)> answered) = 0;
};

}  // namespace stunt::emulator
