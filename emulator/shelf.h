// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "emulator/changes.h"
#include "emulator/history.h"
#include "emulator/place.h"
#include "emulator/replication/outbox.h"
#include "emulator/rotation/agenda.h"
#include "emulator/secret.h"

namespace stunt::emulator {

class Orders;
class Walk;
struct View;

/// The secrets of one account in one Region, each under a name of its own. Time is told to it: a
/// secret whose recovery window has passed is gone when somebody looks. Guarded by the Vault's
/// lock.
class Shelf {
 public:
  /// Who hears of what happens to secrets; all of them outlive the shelf.
  struct Listeners {
    Changes& changes;   ///< what has become another
    Outbox& outbox;     ///< what replicas are to become
    Agenda& rotations;  ///< when which of them is to be rotated
    History& history;   ///< how they were
  };

  Shelf(const Place& place, const Listeners& listeners);
  ~Shelf();

  const Place& place() const { return place_; }
  const std::string& arn_prefix() const { return arn_prefix_; }
  std::size_t size() const { return by_name_.size(); }

  /// The secret of that name, or nullptr. Constant time, whatever else is there.
  Secret* find(std::string_view name, world::Instant now);

  /// What a reader sees under that name: a secret, or one of its past, which is only to be read; or
  /// nullptr.
  Secret* seen(std::string_view name, world::Instant now, const Sight& sight);

  /// Puts a secret there, under a name that is free, and gives it its number.
  Secret& add(Secret secret);

  /// Puts a secret back that stood here in an earlier life, with the number that it had.
  Secret& restore(Secret secret);

  void remove(const Secret& secret);

  // Every change of a secret ends in one of these, whatever it was that changed.

  /// Something about the secret is another than before.
  void changed(Secret& secret, world::Instant now);

  /// The value of one of its versions was read. Nothing to do if it was one of the past.
  void accessed(Secret& secret, Version& version, world::Instant now);

  /// The secret will be gone at `deletion`, or after all not.
  void schedule(Secret& secret, std::optional<world::Instant> deletion, world::Instant now);

  /// Something about when the secret, which has a rotation, is due for it is another than before.
  void plan_rotation(Secret& secret);

  /// The secret's replica in that Region is in another state. No date is another for it.
  void replicated(Secret& secret, std::string_view region, Replica::Status status);

  /// The secrets of a view. Logarithmic time, whatever else is there.
  Walk walk(const View& view, world::Instant now);

 private:
  using Owned = std::unique_ptr<Secret>;

  static std::string_view name_of(std::string_view name) { return name; }
  static std::string_view name_of(const Owned& secret) { return secret->name; }

  struct Hash {
    using is_transparent = void;
    // Not noexcept: so the set keeps the hashes, and need not look at a secret to compare them.
    std::size_t operator()(const auto& named) const {
      return std::hash<std::string_view>()(name_of(named));
    }
  };
  struct SameName {
    using is_transparent = void;
    bool operator()(const auto& a, const auto& b) const { return name_of(a) == name_of(b); }
  };

  void tell(const Secret& secret);
  void drop_gone(world::Instant now);

  const Place place_;
  const std::string arn_prefix_;
  const Listeners listeners_;
  std::uint64_t made_ = 0;
  std::unordered_set<Owned, Hash, SameName> by_name_;
  const std::unique_ptr<Orders> orders_;
};

/// The secret that a SecretId says: a name, an ARN, or an ARN without its last hyphen and six
/// characters. An id that ends in those is always taken for a whole ARN, so a name that itself ends
/// so is not found by its partial ARN (recorded on AWS). nullptr if there is none.
Secret* find_secret(Shelf& shelf, std::string_view secret_id, world::Instant now);

/// The same for a reader: see Shelf::seen().
Secret* seen_secret(Shelf& shelf, std::string_view secret_id, world::Instant now,
                    const Sight& sight);

}  // namespace stunt::emulator
