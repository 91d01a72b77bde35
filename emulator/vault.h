// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

#include "emulator/shelves.h"
#include "emulator/store.h"

namespace stunt::emulator {

/// All secrets, behind one lock. It is held for the whole of an operation, so operations are
/// linearizable.
class Vault {
 public:
  explicit Vault(world::Duration replication_lag = {}) : shelves_(replication_lag) {}

  /// The shelves, and the lock that lets nobody else at them meanwhile. What was changed is noted
  /// in the store before the lock is given up.
  struct Opened {
    Vault& vault;
    std::unique_lock<std::mutex> lock;
    Shelves& shelves;

    ~Opened() { vault.note(); }
  };

  Opened open() { return {*this, std::unique_lock(mutex_), shelves_}; }

  /// From now on changes are noted there. It must outlive the vault. Call it before the first call
  /// comes, and behind whatever the store itself put onto the shelves.
  void keep_in(Store& store) { store_ = &store; }

  /// Returns when every change that was made before is kept for good; false if it cannot be.
  /// Nobody's lock may be held. Without a store memory is all there is: true.
  bool commit() { return !store_ || store_->commit(); }

 private:
  void note() {
    shelves_.history().settle();
    auto& changes = shelves_.changes();
    if (changes.empty()) return;
    if (store_) store_->note(changes);
    changes.clear();
  }

  std::mutex mutex_;
  Shelves shelves_;
  Store* store_ = nullptr;
};

}  // namespace stunt::emulator
