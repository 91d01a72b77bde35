// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/boxed.h"
#include "emulator/replication/replication.h"
#include "emulator/rotation/rotation.h"
#include "emulator/tags.h"
#include "emulator/versions.h"
#include "world/clock.h"

namespace stunt::emulator {

class Shelf;

/// A secret and all that is known about it. Guarded by the Vault's lock. The Shelf that it stands
/// on keeps the secrets in order, so what it is sorted by is changed through the shelf: `changed`,
/// `accessed`, `deletion` and `deleted` are for reading only.
struct Secret {
  std::string name;
  std::string arn;
  std::uint64_t number = 0;  ///< of its making, among those on its shelf
  Shelf* shelf = nullptr;    ///< where it stands

  std::string description{};    ///< empty: none
  std::string kms_key_id{};     ///< empty: the default key
  std::string type{};           ///< empty: none
  Boxed<std::string> policy{};  ///< who else may use it, byte for byte as it was put

  /// In the order in which they came. Nothing if it was never tagged, which AWS tells apart from
  /// "no tags any more".
  std::optional<std::vector<Tag>> tags{};

  Versions versions{};

  /// Nothing if nobody ever asked to rotate it.
  Boxed<Rotation> rotation{};
  /// A replica has everything else from its primary, but for name and place, key, rotation, and the
  /// dates of access (emulator/replication/catch_up.cc).
  Replication replication{};

  world::Instant created{};
  world::Instant changed{};
  std::optional<world::Instant> accessed{};  ///< the day of the last GetSecretValue
  std::optional<world::Instant> deletion{};  ///< when it will be gone, if it was deleted
  std::optional<world::Instant> deleted{};   ///< when DeleteSecret was called, if it was
  bool deleted_by_force = false;             ///< there is no way back
};

}  // namespace stunt::emulator
