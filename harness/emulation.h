// SPDX-License-Identifier: MIT
#pragma once

#include "harness/chain.h"

namespace stunt::harness {

/// The emulator as an engine, with what it remembers: the secrets of earlier runs from the state
/// file, and those of the fixtures. Throws input::BadInput for broken fixtures, std::runtime_error
/// for a state file that cannot be used.
Engine emulate(const Settings& settings, const world::Clock& clock, world::Random random,
               emulator::Ports ports);

}  // namespace stunt::harness
