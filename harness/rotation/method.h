// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "emulator/rotation/order.h"

namespace stunt::harness {

/// Who is told how a rotation goes.
struct RotationListener {
  /// Once: whether the first step's invocation was accepted.
  std::function<void(bool accepted)> answered;

  /// Once, if it was accepted: how the rotation ended. Perhaps before `answered`.
  std::function<void(emulator::RotationEnd end)> ended;
};

/// A way to rotate secrets. Thread-safe; never blocks.
class RotationMethod {
 public:
  virtual ~RotationMethod() = default;

  /// Does the order's steps, one after another, until all are done or one fails.
  virtual void rotate(emulator::RotationOrder order, RotationListener listener) = 0;
};

}  // namespace stunt::harness
