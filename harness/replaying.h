// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/json.h"
#include "harness/chain.h"
#include "harness/settings.h"
#include "recorder/replay/options.h"
#include "recorder/replay/replay.h"
#include "scenarios/scenario.h"

namespace stunt::harness {

/// How one world is answered from a transcript: as its script says, and as flags say before it.
/// --replay is for the world of everybody.
std::optional<recorder::ReplayOptions> replay_options(const Settings& settings,
                                                      const scenarios::Script& script);

/// Throws input::BadInput if a script wants something of the engine behind its replay, and there is
/// none or another one. `settings` are those of the script's world.
void check_replay(const Engine& engine, const Settings& settings, const scenarios::Script& script);

/// Counts, for health.
aws::Json health_of(const recorder::Replay& replay);

/// "3 of 12 recordings were not asked for: seq 4 GetSecretValue prod/db, …"; empty if all were.
std::string unused_line(const recorder::Replay& replay);

}  // namespace stunt::harness
