// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emulator/place.h"
#include "emulator/rotation/agenda.h"
#include "emulator/secret.h"

namespace stunt::emulator {

/// The secrets of one account in one Region, each under a name of its own. Time is told to it: a
/// secret whose recovery window has passed is gone when somebody looks. Guarded by the Vault's
/// lock.
class Shelf {
 public:
  /// The agenda must outlive it.
  Shelf(const Place& place, Agenda& rotations)
      : place_(place), arn_prefix_(emulator::arn_prefix(place)), rotations_(rotations) {}

  const Place& place() const { return place_; }
  const std::string& arn_prefix() const { return arn_prefix_; }
  std::size_t size() const { return by_name_.size(); }

  /// The secret of that name, or nullptr. Constant time, whatever else is there.
  Secret* find(std::string_view name, world::Instant now);

  /// Puts a secret there, under a name that is free, and gives it its number.
  Secret& add(Secret secret);

  void remove(const Secret& secret);

  // Every change of a secret ends in one of these, whatever it was that changed.

  /// Something about the secret is another than before.
  void changed(Secret& secret, world::Instant now);

  /// The value of one of its versions was read.
  void accessed(Secret& secret, Version& version, world::Instant now);

  /// The secret will be gone at `deletion`, or after all not.
  void schedule(Secret& secret, std::optional<world::Instant> deletion, world::Instant now);

  /// Something about when the secret, which has a rotation, is due for it is another than before.
  void plan_rotation(Secret& secret);

  /// All secrets, in no order.
  std::vector<const Secret*> all(world::Instant now);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };

  const Place place_;
  const std::string arn_prefix_;
  Agenda& rotations_;
  std::uint64_t made_ = 0;
  std::unordered_map<std::string, Secret, Hash, std::equal_to<>> by_name_;
};

/// The secret that a SecretId says: a name, an ARN, or an ARN without its last hyphen and six
/// characters. An id that ends in those is always taken for a whole ARN, so a name that itself ends
/// so is not found by its partial ARN (recorded on AWS). nullptr if there is none.
Secret* find_secret(Shelf& shelf, std::string_view secret_id, world::Instant now);

}  // namespace stunt::emulator
