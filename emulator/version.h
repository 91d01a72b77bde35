// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "emulator/secret_value.h"
#include "world/clock.h"

namespace stunt::emulator {

/// One value that a secret has or had. Its staging labels are kept by Versions.
struct Version {
  std::string id;  ///< the ClientRequestToken that made it
  /// Nothing while a rotation has made the version and not yet given it a value.
  std::optional<SecretValue> value;
  world::Instant created;
  std::optional<world::Instant> accessed{};  ///< the day of the last GetSecretValue
};

}  // namespace stunt::emulator
