// SPDX-License-Identifier: MIT
#pragma once

#include "aws/sigv4/secret_access_key.h"
#include "emulator/ports.h"
#include "harness/settings.h"
#include "world/clock.h"

namespace stunt::harness {

/// The settings with all keys that they name, also those of a file. Throws input::BadInput for a
/// broken one.
Settings with_keys(Settings settings);

/// A secret that no client can have: with it this program signs what it asks of itself.
aws::SecretAccessKey make_own_secret();

/// Who is believed: those who sign with one of the keys, and this program. Empty unless the
/// settings want signatures verified; throws std::invalid_argument if there is no key to do it
/// with.
emulator::Authenticate make_authenticate(const Auth& auth, const aws::SecretAccessKey& own,
                                         const world::Clock& clock);

}  // namespace stunt::harness
