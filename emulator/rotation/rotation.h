// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emulator/rotation/rules.h"
#include "emulator/rotation/window.h"
#include "world/clock.h"

namespace stunt::emulator {

/// One of ExternalSecretRotationMetadata: kept and told, not used. Empty texts were not said.
struct ExternalMetadata {
  std::string key;
  std::string value;
};

/// A rotation that has begun and has not ended.
struct RunningRotation {
  std::string token;  ///< id of the version with AWSPENDING
  std::string rotation_token;
  bool only_tested = false;  ///< the version is for the test alone and goes away with it
};

/// How a secret is rotated, and how far that is. Secrets that nobody ever asked to rotate have
/// none.
struct Rotation {
  bool enabled = false;  ///< false once it was cancelled
  std::string function_arn{};
  RotationRules rules{};
  std::vector<ExternalMetadata> external_metadata{};
  std::string external_role_arn{};

  std::optional<world::Instant> rotated{};      ///< the last one that finished
  std::optional<std::int64_t> computed_days{};  ///< from that one to the next, by an expression
  std::optional<Window> next{};                 ///< nothing without a schedule

  std::optional<RunningRotation> running{};
  int failures = 0;                       ///< of the rotation that is being tried
  std::optional<world::Instant> retry{};  ///< when it is tried again, if that is before `next`
  std::string last_token{};               ///< of the last one that began
  std::uint64_t begun = 0;                ///< how many began; decides about their ids

  std::optional<world::Instant> planned{};  ///< where it stands on the Agenda; set by the Shelf
};

/// True if it is said who does it: a function, or, for an external secret, the service itself.
bool can_rotate(const Rotation& rotation);

/// When the next try is due, if the clock decides about it at all.
std::optional<world::Instant> due(const Rotation& rotation);

}  // namespace stunt::emulator
