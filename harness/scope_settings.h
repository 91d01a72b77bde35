// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/recording.h"
#include "harness/settings.h"
#include "scenarios/scenario.h"
#include "verdict/journal.h"
#include "world/random.h"

namespace stunt::harness {

/// The settings of one world: flags, and its script where they say nothing. What a declared world
/// does not share with everybody: it begins empty, and forgets.
Settings settings_for(const Settings& settings, const scenarios::Script& script);

/// The same for its engine: with the transcript that answers first, if one does.
Settings settings_for(Settings settings, const Recording& recording);

/// Two worlds with one seed are no twins.
world::Random random_for(std::uint64_t seed, const scenarios::Script& script);

/// How many calls its journal keeps. Who judges wants all of them; else they are there to be looked
/// at, and must not fill the memory.
verdict::Journal::Limits journal_limits(const Settings& settings);

/// Whether a rule asks for how secrets were. To remember that costs memory.
bool looks_back(const std::vector<scenarios::Rule>& rules);

}  // namespace stunt::harness
