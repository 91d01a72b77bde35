// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "world/clock.h"

namespace stunt::emulator {

class Shelf;

/// When which secret is to be rotated, soonest first. A secret that is gone may still stand here:
/// whoever takes an item looks whether it is true. Guarded by the Vault's lock.
class Agenda {
 public:
  struct Item {
    world::Instant at;
    std::string secret_arn;
    Shelf* shelf;  ///< where the secret stands

    bool operator<(const Item& other) const {
      return std::tie(at, secret_arn) < std::tie(other.at, other.secret_arn);
    }
  };

  void add(Item item) { items_.insert(std::move(item)); }
  void remove(const Item& item) { items_.erase(item); }

  /// When the first item is due.
  std::optional<world::Instant> next() const;

  /// Takes the first item if it is due.
  std::optional<Item> take(world::Instant now);

 private:
  std::set<Item> items_;
};

}  // namespace stunt::emulator
