// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "aws/json.h"
#include "emulator/vault.h"
#include "harness/application.h"
#include "harness/engine_seat.h"
#include "harness/rotation/schedule.h"
#include "harness/script/own_calls.h"
#include "harness/settings.h"
#include "recorder/capture/recorder.h"
#include "recorder/replay/replay.h"
#include "scenarios/director.h"
#include "scenarios/scenario.h"
#include "verdict/journal.h"
#include "world/clock.h"

namespace stunt::harness {

class CallWaits;
class Events;
class Recordings;
class StepRunner;
class Transcriber;
struct Counts;

/// A world of its own: clock, secrets, rules, counters and transcript, with the script that plays
/// in it. What happens in one is not seen in another. Construct, start(), stop() and destroy on one
/// thread; in between thread-safe.
class Scope {
 public:
  /// `hold_input` is told when the transcript's queue is full, and when there is room again. Throws
  /// input::BadInput for broken files and std::runtime_error for everything else that stands in the
  /// way.
  Scope(const Settings& settings, scenarios::Script script, std::function<void(bool)> hold_input);
  ~Scope();

  /// "default", if it is the world of everybody.
  const std::string& name() const;
  const std::vector<std::string>& access_key_ids() const;
  const scenarios::Script& script() const;

  /// Whom its clients ask.
  Application& application();

  /// Makes the setup's calls, before the server serves. Throws input::BadInput with the first that
  /// is refused.
  void start();

  /// The steps of its script. They are ended by whoever ends the scope, before stop().
  StepRunner& steps();

  /// When no client asks any more. False if the recording failed, or the state could not be kept.
  bool stop();

  /// Whether its clock is moved by advance().
  bool has_virtual_clock() const;

  /// Moves the virtual clock; `moved` is called when all that fell due has ended, perhaps on
  /// another thread.
  using Moved = RotationSchedule::Moved;
  void advance(world::Duration by, Moved moved);

  /// The same, and waits for it. Throws std::logic_error if the clock is the machine's.
  void advance(world::Duration by);

  /// A call of the script's. Throws input::BadInput if it is refused.
  void make(const scenarios::ScriptCall& call);

  /// That of requests that do not say one.
  const std::string& region() const;

  std::uint64_t seed() const;
  const world::Clock& clock() const;
  world::Instant started() const;       ///< on its own clock
  world::Moment started_ticks() const;  ///< on the machine's

  /// The calls so far, if the settings want them kept.
  verdict::Journal& journal();

  /// Secrets and versions that were there before the first call: (name, version id).
  const std::set<std::pair<std::string, std::string>>& before() const;

  /// Tells its calls without their secrets.
  Transcriber& transcriber();

  /// Those who listen to what happens.
  Events& events();

  /// Those who wait for calls.
  CallWaits& call_waits();

  /// What is counted of its calls.
  Counts counts() const;

  /// What is recorded, and where.
  Recordings& recordings();

  /// Where its transcript is written, or was; empty if it never was.
  std::filesystem::path transcript() const;

  /// For a transcript that somebody has moved away: goes on in a new file at its path. The log says
  /// what came of it.
  void reopen_transcript();

  /// What becomes of a transcript that waits for a verdict: it is put in its place, or removed. A
  /// line for people, if there is something to say. After stop(); throws std::runtime_error if it
  /// cannot be put there.
  std::string settle_transcript(bool passed);

  scenarios::Director& director();
  scenarios::Board& board();

  /// Tells of each change of the board, until what is returned is gone.
  std::shared_ptr<void> hear_board(std::function<void()> changed);

  /// Before rules come that the script does not have: throws input::BadInput with those that the
  /// engine cannot do, and has it remember what they want to look back to.
  void meet(const std::vector<scenarios::Rule>& rules);

  /// As it was when it began: secrets as the fixtures say and the setup's calls make them, rules
  /// and states as the script has them, counts at nothing, no calls. A virtual clock stays where it
  /// is, and steps are not played again. Not on a thread of the server, and not twice at once.
  /// Throws input::BadInput if the fixtures fail, before anything has changed, or the setup does.
  void reset();

  /// All secrets; null if somebody else has them.
  emulator::Vault* vault();
  OwnCalls& own_calls();

  /// Where somebody may answer in the engine's place what clients ask.
  EngineSeat& engine_seat();

  /// From now on it is remembered how secrets were, for rules that come later and look back.
  void remember_history();

  /// False if answers come from a transcript alone: nobody knows of secrets then.
  bool has_engine() const;

  /// Null if nothing is replayed.
  const recorder::Replay* replay() const;

  /// What is wrong or worth telling, for /_stunt/v1/health.
  aws::Json health() const;

  /// What was put together, a line each, for people.
  std::vector<std::string> description() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stunt::harness
