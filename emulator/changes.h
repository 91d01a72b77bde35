// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "emulator/place.h"
#include "emulator/secret.h"

namespace stunt::emulator {

/// What has become another on the shelves since clear() was called last. The shelves write it down,
/// so whoever keeps secrets elsewhere misses nothing. Guarded by the Vault's lock.
class Changes {
 public:
  /// A secret that is not there any more.
  struct Removed {
    Place place;
    std::uint64_t number;
  };

  void changed(const Secret& secret);
  void removed(const Secret& secret);
  void clear();

  bool empty() const { return changed_.empty() && removed_.empty(); }

  /// Those that are there; the same one may be told twice.
  std::span<const Secret* const> changed() const { return changed_; }
  std::span<const Removed> removed() const { return removed_; }

 private:
  std::vector<const Secret*> changed_;
  std::vector<Removed> removed_;
};

}  // namespace stunt::emulator
