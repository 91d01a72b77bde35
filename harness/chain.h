// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/outcome.h"
#include "harness/settings.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::harness {

/// What answers calls for real.
struct Engine {
  std::string name;         ///< "emulator" or "replay", as a transcript's header has it
  std::string description;  ///< a line for people
  aws::Handler answer;
};

/// The engine that the settings ask for. Throws what the engine's files are broken with.
Engine make_engine(const Settings& settings, const world::Clock& clock, world::Random random);

}  // namespace stunt::harness
