// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "aws/outcome.h"
#include "emulator/secrets_manager.h"
#include "harness/settings.h"
#include "recorder/redaction/pseudonyms.h"
#include "recorder/replay/replay.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::harness {

/// What answers calls for real.
struct Engine {
  std::string name;  ///< "emulator", "replay" or "upstream", as a transcript's header has it
  std::vector<std::string> description;  ///< lines for people
  aws::Handler answer;
  std::shared_ptr<emulator::SecretsManager> secrets_manager{};  ///< null if it is another one

  // Of a replay.
  std::shared_ptr<recorder::Replay> replay{};  ///< null if nothing is replayed
  aws::Handler beneath{};               ///< the engine under it, for what a script asks itself
  std::string behind{};                 ///< that one's name; empty if there is none
  recorder::Pseudonyms::Known known{};  ///< the numbers that values have in the transcript

  // Of an engine that keeps what it knows beyond the process.
  std::function<aws::Json()> state{};  ///< where, for health; `error` in it if that fails
  std::function<bool()> close{};       ///< the last call was answered; false if not all is kept
};

/// The engine that the settings ask for. Throws what the engine's files are broken with, and
/// std::invalid_argument for settings that contradict. Clock and ports must outlive it.
Engine make_engine(const Settings& settings, const world::Clock& clock, world::Random random,
                   emulator::Ports ports);

}  // namespace stunt::harness
