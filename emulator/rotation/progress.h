// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "emulator/rotation/order.h"
#include "emulator/secret.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::emulator {

// How a rotation goes on. All of it under the vault's lock, for secrets that have a Rotation unless
// something else is said.

/// The version of a rotation that has begun and was not finished: it has AWSPENDING and is not the
/// current one. nullptr if there is none. For any secret.
Version* pending_version(Secret& secret);

/// Begins a rotation, or another try: puts AWSPENDING on the version `token`, which is made without
/// a value if it is not there.
RotationOrder begin_rotation(Secret& secret, std::string token, world::Instant now,
                             const world::Random& random);

/// Begins a test of the rotation function with a version of its own that has the current value.
RotationOrder begin_test(Secret& secret, std::string token, world::Instant now,
                         const world::Random& random);

/// Begins what the agenda says. Nothing if the secret is marked for deletion: it waits for its next
/// window.
std::optional<RotationOrder> begin_due_rotation(Secret& secret, world::Instant now,
                                                const world::Random& random);

/// What was begun has ended. An order that was taken back or has ended before is ignored. For any
/// secret.
void end_rotation(Secret& secret, const RotationOrder& order, RotationEnd end, world::Instant now);

/// The process that had begun a rotation has ended, and the rotation with it. For any secret.
void interrupt_rotation(Secret& secret, world::Instant now);

/// The service has broken down behind what it has begun: the version with AWSPENDING stays, no
/// function is called for it, and a whole rotation is tried again later.
void abandon_rotation(Secret& secret, world::Instant now);

/// Finds the next window behind `now`.
void renew_window(Rotation& rotation, world::Instant now);

/// Somebody has set the current value by hand. With AutomaticallyAfterDays that counts as a
/// rotation. For any secret.
void value_was_set(Secret& secret, world::Instant now);

}  // namespace stunt::emulator
