// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

#include "emulator/shelves.h"

namespace stunt::emulator {

/// All secrets, behind one lock. It is held for the whole of an operation, so operations are
/// linearizable.
class Vault {
 public:
  /// The shelves, and the lock that lets nobody else at them meanwhile.
  struct Opened {
    std::unique_lock<std::mutex> lock;
    Shelves& shelves;
  };

  Opened open() { return {std::unique_lock(mutex_), shelves_}; }

 private:
  std::mutex mutex_;
  Shelves shelves_;
};

}  // namespace stunt::emulator
