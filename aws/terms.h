// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "world/clock.h"

namespace stunt::aws {

/// A place inside of an operation between two of its changes of state, where a service can break
/// down and leave the change half made.
enum class CommitPoint { secret_created, version_stored, stage_moved, rotation_started };

/// How the engine is to treat a call, where a fault wants it otherwise than usual.
struct Terms {
  /// The operation ends there: what it changed up to this point stays, the rest is not done, and
  /// the answer is InternalServiceError. One that never comes to the point is not touched.
  std::optional<CommitPoint> stop_at{};

  /// What is read is the secret as it was this long ago; one that was not there yet is not found.
  world::Duration lag{0};

  /// What is read is the secret as it was before its last so many versions were stored.
  unsigned versions_back = 0;

  /// Readers see what a write changes only after this time; the writer's answer is the usual one.
  world::Duration visible_after{0};

  /// The request is delivered twice; the client gets the first answer.
  bool twice = false;

  /// The service's clock is off by this when it judges the date of a signature.
  world::Duration clock_off{0};

  bool operator==(const Terms&) const = default;
};

}  // namespace stunt::aws
