// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/boxed.h"
#include "world/clock.h"

namespace stunt::emulator {

/// What a primary knows of one of its replicas.
struct Replica {
  /// In progress until the first copy has arrived; failed if it could not. What failed stays so
  /// until the Region is added again.
  enum class Status { in_progress, in_sync, failed };

  std::string region;
  std::string kms_key_id{};  ///< empty: the default key
  bool overwrites = false;   ///< may take the place of another secret of that name
  world::Instant since{};    ///< what changed before is not for it
  Status status = Status::in_progress;
};

/// What a secret has to do with other Regions: it has replicas, is one, or neither. A replica that
/// is in sync is a secret on its Region's shelf, with the primary's name and account. The two ends
/// know each other by Region only.
struct Replication {
  std::vector<Replica> replicas{};      ///< of a primary, in alphabetical order of their Regions
  Boxed<std::string> primary_region{};  ///< of a replica; nothing for all others

  bool is_replica() const { return bool(primary_region); }

  /// The replica in that Region, or nullptr.
  Replica* find(std::string_view region);

  /// Adds replicas, each in the place of one in the same Region.
  void add(std::vector<Replica> added);

  void remove(std::string_view region);
};

}  // namespace stunt::emulator
