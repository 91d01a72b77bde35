// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>

#include "emulator/secret.h"
#include "world/clock.h"

namespace stunt::emulator {

/// The changes of primaries that their replicas have not seen yet. A change is due when the lag has
/// passed since it was made, at once if there is none. Guarded by the Vault's lock.
class Outbox {
 public:
  struct Change {
    world::Instant at;
    Secret primary;  ///< a copy: as it was after the change
  };

  explicit Outbox(world::Duration lag) : lag_(lag) {}

  /// Notes what has become of a secret. Nothing to do if it has no replicas.
  void put(const Secret& secret, world::Instant now);

  /// Takes out the first change if it is due.
  std::optional<Change> take(world::Instant now);

 private:
  bool is_due(const Change& change, world::Instant now) const;

  const world::Duration lag_;
  std::deque<Change> changes_{};  // in the order in which they were made
};

}  // namespace stunt::emulator
