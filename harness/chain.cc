// SPDX-License-Identifier: MIT
#include "harness/chain.h"

#include <memory>
#include <stdexcept>

#include "aws/error.h"
#include "aws/ids.h"
#include "emulator/model/secrets_manager.h"
#include "harness/emulation.h"
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
  const auto& options = *settings.replay;
  auto transcript = std::make_shared<recorder::Replay>(options, emulator::secrets_manager(), clock,
                                                       random, beyond.answer);
  beyond.name = "replay";
  beyond.description.insert(beyond.description.begin(),
                            "answers come from " + options.from.string());
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
  if (settings.auth.verify && settings.replay) {
    throw std::invalid_argument("--auth verify goes with the emulator; --replay verifies nothing");
  }
  if (!settings.secretsmanager_enabled) return nothing(clock, random);
  const bool replay_only = settings.replay && !needs_engine(*settings.replay);
  if (replay_only && (settings.state || !settings.fixtures.empty())) {
    throw std::invalid_argument("--state and --fixtures are the emulator's; --replay has none");
  }
  auto engine = replay_only ? Engine{} : emulate(settings, clock, random, std::move(ports));
  return settings.replay ? replay(settings, clock, random, std::move(engine)) : engine;
}

}  // namespace stunt::harness
