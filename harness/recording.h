// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "harness/settings.h"
#include "recorder/capture/options.h"
#include "recorder/capture/recorder.h"
#include "recorder/replay/options.h"
#include "scenarios/scenario.h"

namespace stunt::harness {

/// What the settings of replay and recording mean together for one world.
struct Recording {
  enum class Write {
    nothing,
    anew,    ///< what the file has goes
    behind,  ///< what the file has stays
  };

  std::optional<recorder::ReplayOptions> replay{};  ///< who answers first
  bool replays_record = false;  ///< and that is the file of --record, as its mode says
  Write write = Write::nothing;
  std::filesystem::path to{};  ///< the file that is written
  bool waits = false;          ///< it is written beside its place until a verdict is there
  std::string note{};          ///< what became of it, for people; may be empty
};

/// Throws std::invalid_argument for flags that say how to record where nothing is recorded, or that
/// go without a verdict.
void check_recording(const Settings& settings, std::span<const scenarios::Script> scripts);

/// What the flags say of one world's transcript, and what its script says where they do not. A
/// declared world's is beside that of everybody: run.NAME.jsonl.
recorder::RecordSettings record_settings(const Settings& settings, const scenarios::Script& script);

/// The one place where record modes are told apart; looks whether the file is there. `settings` are
/// those of one world. Throws std::invalid_argument for settings that contradict, and what reading
/// a broken transcript throws.
Recording decide(const Settings& settings);

/// Tells the log of exchanges that the disk did not take, if there are any.
void tell_dropped(const recorder::Status& status, const std::filesystem::path& path);

}  // namespace stunt::harness
