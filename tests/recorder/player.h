// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "../support/manual_clock.h"
#include "aws/json.h"
#include "recorder/replay/replay.h"
#include "tape.h"

namespace stunt::test {

/// Plays a tape back.
class Player {
 public:
  explicit Player(Tape tape, std::uint64_t seed = 7) : Player(std::move(tape), {}, {}, seed) {}

  /// `options` as they are, but for the file.
  Player(Tape tape, recorder::ReplayOptions options, recorder::ReplayPorts ports = {},
         std::uint64_t seed = 7)
      : path_(tape.file()) {
    options.from = path_;
    replay_ = std::make_unique<recorder::Replay>(options, vault_service(), clock_,
                                                 world::Random(seed), std::move(ports));
  }
  ~Player() { std::filesystem::remove(path_); }

  aws::Outcome answer(Act act) { return replay_->answer(act.call()); }
  /// The answer's body.
  aws::Json body(Act act) { return aws::Json::parse(answer(std::move(act)).reply->body); }
  /// The message of a miss; empty if it was none.
  std::string miss(Act act) {
    const auto json = body(std::move(act));
    return json.value("__type", "") == "StuntReplayMiss" ? json.value("Message", "") : "";
  }

  recorder::Replay& replay() { return *replay_; }
  const std::filesystem::path& path() const { return path_; }
  ManualClock& clock() { return clock_; }

 private:
  const std::filesystem::path path_;
  ManualClock clock_{"2027-05-05T05:05:05Z"};
  std::unique_ptr<recorder::Replay> replay_;
};

inline Act create(const std::string& name, const aws::Json& secret) {
  return Act("CreateSecret", {{"Name", name}, {"SecretString", secret}});
}

inline Act put(const std::string& id, const aws::Json& secret) {
  return Act("PutSecretValue", {{"SecretId", id}, {"SecretString", secret}});
}

inline Act get(const std::string& id) { return Act("GetSecretValue", {{"SecretId", id}}); }

/// A read that is answered with this secret.
inline Act got(const std::string& id, const aws::Json& secret) {
  return get(id).answer(200, {{"Name", id}, {"SecretString", secret}});
}

}  // namespace stunt::test
