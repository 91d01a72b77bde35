// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "emulator/shelf.h"

namespace stunt::emulator {

/// A shelf for each place that somebody asked for. Shelves stay where they are. Guarded by the
/// Vault's lock.
class Shelves {
 public:
  Shelf& at(const Place& place) { return by_place_.try_emplace(place, place).first->second; }

 private:
  std::map<Place, Shelf> by_place_;
};

}  // namespace stunt::emulator
