// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "input/place.h"
#include "scenarios/board.h"
#include "scenarios/expectation.h"
#include "scenarios/machines.h"
#include "scenarios/rule.h"
#include "scenarios/script/clock_settings.h"
#include "scenarios/script/read_record.h"
#include "scenarios/script/read_replay.h"
#include "scenarios/script/read_scope.h"
#include "scenarios/script/step.h"

namespace stunt::scenarios {

/// A scenario file, read and found right (docs/scenario-format.md).
struct Scenario {
  std::string name;
  std::string description{};
  std::vector<std::string> tags{};
  std::optional<std::uint64_t> seed{};
  input::Place seed_at{};
  std::optional<ScopeName> scope{};
  std::optional<ClockSettings> clock{};
  std::optional<RecordBlock> record{};
  std::optional<ReplayBlock> replay{};
  std::vector<ScriptCall> setup{};
  Machines machines{};
  std::vector<Rule> rules{};
  std::vector<Step> steps{};
  Expectations expect{};
  std::filesystem::path file{};
};

/// The scenarios of one world as one: what they have in the order of the files.
struct Script {
  std::optional<ScopeName> scope{};  ///< nothing: the world of everybody
  std::vector<std::string> names{};
  std::vector<std::filesystem::path> files{};
  std::optional<std::uint64_t> seed{};
  std::optional<ClockSettings> clock{};
  std::optional<RecordBlock> record{};  ///< `to` from where the program was started
  std::optional<ReplayBlock> replay{};  ///< `from` from where the program was started
  std::vector<ScriptCall> setup{};
  Board::States states{};  ///< the machines of all files, as they begin
  std::vector<Rule> rules{};
  std::vector<Step> steps{};
  Expectations expect{};
};

}  // namespace stunt::scenarios
