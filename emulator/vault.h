// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>

#include "emulator/shelf.h"

namespace stunt::emulator {

/// All secrets: a shelf for each place that somebody asked for. Thread-safe by one lock, which is
/// held for the whole of an operation, so operations are linearizable.
class Vault {
 public:
  /// A shelf, and the lock that lets nobody else at any shelf meanwhile.
  struct Opened {
    std::unique_lock<std::mutex> lock;
    Shelf& shelf;
  };

  Opened open(const Place& place) {
    std::unique_lock lock(mutex_);
    const auto shelf = shelves_.try_emplace(place, place).first;
    return {std::move(lock), shelf->second};
  }

 private:
  std::mutex mutex_;
  std::map<Place, Shelf> shelves_;
};

}  // namespace stunt::emulator
