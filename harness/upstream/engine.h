// SPDX-License-Identifier: MIT
#pragma once

#include "harness/chain.h"
#include "harness/settings.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::harness {

/// The engine that is the settings' upstream, with the key that they want. Throws
/// std::invalid_argument for settings that contradict, or if there is no such key.
Engine ask_upstream(const Settings& settings, const world::Clock& clock, world::Random random);

/// Throws std::invalid_argument if the settings say how to ask an upstream, and name none.
void refuse_without_upstream(const Settings& settings);

}  // namespace stunt::harness
