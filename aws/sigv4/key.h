// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/sigv4/secret_access_key.h"
#include "world/clock.h"

namespace stunt::aws {

/// What somebody signs requests with.
struct Key {
  std::string access_key_id;
  SecretAccessKey secret;
  std::string session_token{};              ///< of temporary keys; empty for lasting ones
  std::optional<world::Instant> expires{};  ///< from then on it is good for nothing
  std::string account{};                    ///< 12 digits, or empty: it does not say
};

}  // namespace stunt::aws
