// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/stock.h"
#include "harness/chain.h"

namespace stunt::harness {

/// The emulator as an engine, with what it remembers: the secrets of earlier runs from the state
/// file, and those of the fixtures. Throws input::BadInput for broken fixtures, std::runtime_error
/// for a state file that cannot be used.
Engine emulate(const Settings& settings, const world::Clock& clock, world::Random random,
               emulator::Ports ports);

/// What the settings' fixtures put there at the start, without what they may have found there.
/// Throws input::BadInput for broken ones.
emulator::Stock stock_of_fixtures(const Settings& settings, world::Instant now,
                                  world::Random random);

}  // namespace stunt::harness
