// SPDX-License-Identifier: MIT
#include "harness/chain.h"

#include <memory>
#include <stdexcept>

#include "aws/error.h"
#include "aws/ids.h"
#include "emulator/model/secrets_manager.h"
#include "harness/emulation.h"
#include "recorder/replay.h"

namespace stunt::harness {
namespace {

Engine replay(const Settings& settings, const world::Clock& clock, world::Random random) {
  auto transcript = std::make_shared<recorder::Replay>(*settings.replay,
                                                       emulator::secrets_manager(), clock, random);
  return {"replay",
          {"answers come from " + settings.replay->string()},
          [transcript](const aws::Call& call) { return transcript->answer(call); }};
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
  if (settings.replay && (settings.state || !settings.fixtures.empty())) {
    throw std::invalid_argument("--state and --fixtures are the emulator's; --replay has none");
  }
  if (settings.replay) return replay(settings, clock, random);
  return emulate(settings, clock, random, std::move(ports));
}

}  // namespace stunt::harness
