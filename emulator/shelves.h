// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "emulator/changes.h"
#include "emulator/shelf.h"

namespace stunt::emulator {

/// A shelf for each place that somebody asked for. Shelves stay where they are. Guarded by the
/// Vault's lock.
class Shelves {
 public:
  explicit Shelves(world::Duration replication_lag) : outbox_(replication_lag) {}

  Shelf& at(const Place& place) {
    const Shelf::Listeners listeners{changes_, outbox_, rotations_, history_};
    return by_place_.try_emplace(place, place, listeners).first->second;
  }

  /// The shelf, or nullptr if nobody asked for it yet.
  Shelf* find(const Place& place) {
    const auto found = by_place_.find(place);
    return found == by_place_.end() ? nullptr : &found->second;
  }

  auto begin() { return by_place_.begin(); }
  auto end() { return by_place_.end(); }

  /// When which of the secrets, wherever it stands, is to be rotated.
  Agenda& rotations() { return rotations_; }

  /// What has changed on any of them.
  Changes& changes() { return changes_; }

  /// How secrets were, wherever they stand.
  History& history() { return history_; }

  /// What has changed here and was not yet seen by replicas.
  Outbox& outbox() { return outbox_; }

 private:
  Agenda rotations_;
  Changes changes_;
  History history_;
  Outbox outbox_;
  std::map<Place, Shelf> by_place_;
};

}  // namespace stunt::emulator
