// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "emulator/limits.h"
#include "world/clock.h"

namespace stunt::emulator {

/// What DescribeSecret and ListSecrets tell as DeletedDate; AWS's pages contradict each other.
enum class DeletedDate {
  planned,   ///< when the secret will be gone
  occurred,  ///< when DeleteSecret was called
};

/// What can be chosen about the service.
struct Settings {
  // Where calls are at home that do not say it themselves.
  std::string region;   ///< "us-east-1"
  std::string account;  ///< 12 digits

  /// Whose an access key id is that is no account id itself.
  std::map<std::string, std::string, std::less<>> accounts{};

  /// For so long a secret that was deleted by force still looks like one that is scheduled for
  /// deletion. AWS needs some seconds.
  world::Duration force_delete_lag{0};

  DeletedDate deleted_date = DeletedDate::planned;

  std::size_t secrets = kSecretsPerShelf;  ///< that an account may have in a Region
  std::size_t search = kSecretsPerSearch;  ///< secrets that a filter is held against in one call

  /// So much later than its primary a replica is made, and sees each change.
  world::Duration replication_lag{};
};

}  // namespace stunt::emulator
