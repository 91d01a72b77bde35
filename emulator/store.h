// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/changes.h"

namespace stunt::emulator {

/// Where secrets outlive the process: a port, for the emulator does no I/O of its own.
class Store {
 public:
  virtual ~Store() = default;

  /// Takes a copy of what has changed. Called under the vault's lock, so in the order in which the
  /// changes were made; does no I/O and waits for nobody.
  virtual void note(const Changes& changes) = 0;

  /// Returns when all that was noted before is kept for good, and says whether it is. Changes are
  /// kept in the order in which they were noted; what could not be kept is tried again by the next
  /// commit. Called without a lock, from any thread.
  virtual bool commit() = 0;
};

}  // namespace stunt::emulator
