// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "emulator/shelf.h"

namespace stunt::emulator {

/// A shelf for each place that somebody asked for. Shelves stay where they are. Guarded by the
/// Vault's lock.
class Shelves {
 public:
  Shelf& at(const Place& place) {
    return by_place_.try_emplace(place, place, rotations_).first->second;
  }

  /// When which of the secrets, wherever it stands, is to be rotated.
  Agenda& rotations() { return rotations_; }

  /// The shelf, or nullptr if nobody asked for it yet.
  Shelf* find(const Place& place) {
    const auto found = by_place_.find(place);
    return found == by_place_.end() ? nullptr : &found->second;
  }

 private:
  Agenda rotations_;
  std::map<Place, Shelf> by_place_;
};

}  // namespace stunt::emulator
