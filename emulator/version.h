// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "emulator/boxed.h"
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

  std::string kms_key_id{};  ///< it is encrypted with this key; empty: the default key
  /// And with this one too, which was the secret's before the key was changed.
  Boxed<std::string> former_kms_key_id{};

  std::uint64_t number = 0;  ///< of its making, among the versions of its secret; Versions gives it
};

}  // namespace stunt::emulator
