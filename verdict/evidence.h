// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "http/message.h"
#include "scenarios/board.h"
#include "scenarios/match.h"
#include "verdict/journal.h"
#include "world/clock.h"

namespace stunt::verdict {

/// How the command that was run ended.
struct Exit {
  enum class How { exited, killed, not_started };
  How how = How::exited;
  int number = 0;  ///< the status, the signal, or errno
};

/// What became of a rule.
struct RuleCount {
  std::string id;
  std::uint64_t matched = 0;  ///< arrivals that met its conditions
  std::uint64_t fired = 0;
  bool must_fire = true;                    ///< one that never fires fails the verdict
  std::optional<scenarios::Match> match{};  ///< its conditions, where they are known
};

/// A recorded answer that nobody asked for.
struct UnusedRecording {
  std::uint64_t seq = 0;
  std::string operation;
  std::string secret;
};

/// Something that the run wrote: a transcript, a report, a log.
struct Written {
  std::string name;
  std::string text;
};

/// All that a verdict is made of. `service` and `board` must outlive it.
struct Evidence {
  const aws::ServiceModel& service;
  const scenarios::Board& board;
  Journal::Snapshot journal{};
  std::vector<RuleCount> rules{};
  std::optional<Exit> exit{};  ///< nothing: no command was run

  /// Nothing: there was no replay.
  std::optional<std::vector<UnusedRecording>> unused_recordings{};

  /// Asks the engine, past all rules, with nobody counting: operation and input. Empty: there is
  /// none to ask.
  std::function<http::Reply(std::string_view, const aws::Json&)> ask{};

  /// Secrets and versions that were there before the run: (name, version id).
  std::set<std::pair<std::string, std::string>> before{};

  /// Reads again what the run wrote. Empty: nobody knows what that is.
  std::function<std::vector<Written>()> written{};

  world::Moment started{};  ///< the machine's clock when the run began
};

}  // namespace stunt::verdict
