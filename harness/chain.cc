// SPDX-License-Identifier: MIT
#include "harness/chain.h"

#include <memory>
#include <stdexcept>
#include <utility>

#include <spdlog/spdlog.h>

#include "aws/error.h"
#include "aws/ids.h"
#include "emulator/model/secrets_manager.h"
#include "harness/emulation.h"
#include "harness/upstream/engine.h"
#include "recorder/replay/replay.h"

namespace stunt::harness {
namespace {

bool needs_engine(const recorder::ReplayOptions& options) {
  return options.on_miss == recorder::OnMiss::engine ||
         options.exhausted == recorder::Exhausted::engine;
}

/// `beyond` answers what the transcript does not, if it may.
Engine replay(const Settings& settings, const world::Clock& clock, world::Random random,
              Engine beyond) {
  auto options = *settings.replay;
  options.seal_key_file = settings.record.seal_key_file;
  options.redact = settings.record.redact;
  recorder::ReplayPorts ports{
      beyond.answer, [](const std::string& warning) { spdlog::warn("{}", warning); }, {}};
  auto transcript = std::make_shared<recorder::Replay>(options, emulator::secrets_manager(), clock,
                                                       random, std::move(ports));
  beyond.replay = transcript;
  beyond.beneath = beyond.answer;
  beyond.behind = beyond.name;
  beyond.known = [transcript](recorder::SecretKind kind, std::string_view value) {
    return transcript->recorded_number(kind, value);
  };
  // The line that says who answers.
  if (!beyond.description.empty()) {
    beyond.description.front() = needs_engine(options)
                                     ? "what it does not have is answered by the " + beyond.name
                                     : "a script's own calls are answered by the " + beyond.name;
  }
  beyond.description.insert(beyond.description.begin(),
                            "answers come from " + options.from.string());
  beyond.name = "replay";
  beyond.answer = [transcript](const aws::Call& call) { return transcript->answer(call); };
  return beyond;
}

/// The service is switched off: no target is known.
Engine nothing(const world::Clock& clock, world::Random random) {
  return {"none",
          {"secretsmanager is not enabled: every call is an unknown operation"},
          [&clock, random](const aws::Call& call) {
            aws::Outcome outcome;
            outcome.reply =
                aws::error_reply(aws::make_error(*aws::common_error("UnknownOperationException")),
                                 {aws::request_id(random, call), clock.now()});
            return outcome;
          }};
}

}  // namespace

Engine make_engine(const Settings& settings, const world::Clock& clock, world::Random random,
                   emulator::Ports ports) {
  if (settings.auth.verify && settings.replay && !settings.replay_over_engine) {
    throw std::invalid_argument("--auth verify goes with the emulator; --replay verifies nothing");
  }
  const bool replay_only =
      settings.replay && !needs_engine(*settings.replay) && !settings.replay_over_engine;
  const bool has_upstream = settings.upstream.is_given();
  if (!has_upstream) refuse_without_upstream(settings);
  if (replay_only && has_upstream) {
    throw std::invalid_argument(
        "--replay with --upstream: the transcript answers everything, and nothing is left to ask; "
        "say --replay-on-miss engine, or leave one of them out");
  }
  if (!settings.secretsmanager_enabled) return nothing(clock, random);
  if (replay_only && (settings.state || !settings.fixtures.empty())) {
    throw std::invalid_argument("--state and --fixtures are the emulator's; --replay has none");
  }
  Engine engine;
  if (has_upstream) {
    engine = ask_upstream(settings, clock, random);
  } else if (!replay_only) {
    engine = emulate(settings, clock, random, std::move(ports));
  }
  return settings.replay ? replay(settings, clock, random, std::move(engine)) : engine;
}

}  // namespace stunt::harness
