// SPDX-License-Identifier: MIT
#include "harness/stage.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/admin.h"
#include "harness/front_door.h"
#include "harness/recording.h"
#include "harness/replaying.h"
#include "harness/version.h"
#include "http/server.h"
#include "scenarios/load.h"
#include "verdict/expectation.h"
#include "world/calendar.h"

namespace stunt::harness {
namespace {

aws::Json moved(const world::Clock& clock, const std::vector<RotationSchedule::Rotated>& rotated) {
  aws::Json rotations = aws::Json::array();
  for (const auto& [secret, end] : rotated) {
    const bool finished = end == emulator::RotationEnd::finished;
    rotations.push_back({{"secret", secret}, {"end", finished ? "finished" : "failed"}});
  }
  return {{"now", world::rfc3339(clock.now())}, {"rotations", std::move(rotations)}};
}

std::vector<std::string> urls(const http::Server& server) {
  std::vector<std::string> urls;
  for (const auto& address : server.addresses()) {
    const bool v6 = address.find(':') != std::string::npos;
    urls.push_back("http://" + (v6 ? "[" + address + "]" : address) + ":" +
                   std::to_string(server.port()));
  }
  return urls;
}

}  // namespace

/// In the order in which they come to be; the server is the first to go.
struct Stage::Parts {
  explicit Parts(const Settings& settings)
      : scopes(make_scopes(settings)),
        admin([this] { return health(); }, advance()),
        door(admin, scopes),
        server({settings.hosts, settings.port, settings.threads, {}}, door, clock),
        endpoints(urls(server)) {
    for (const auto& scope : scopes.all()) steps.push_back(std::make_unique<StepRunner>(*scope));
  }

  std::vector<std::unique_ptr<Scope>> make_scopes(const Settings& settings) {
    auto scripts =
        scenarios::load_all(settings.scenarios, emulator::secrets_manager(), verdict::read_expect);
    check_recording(settings, scripts);
    std::vector<std::unique_ptr<Scope>> made;
    for (auto& script : scripts) {
      made.push_back(std::make_unique<Scope>(settings, std::move(script),
                                             [this](bool full) { server.hold_input(full); }));
    }
    const bool replays =
        std::any_of(made.begin(), made.end(), [](const auto& scope) { return scope->replay(); });
    if (!replays && !settings.replay_changes.empty()) {
      throw std::invalid_argument(
          "the --replay- flags say how to replay, and nothing is replayed: add --replay FILE");
    }
    return made;
  }

  Admin::Advance advance() {
    if (!scopes.everybody().has_virtual_clock()) return nullptr;
    return [this](world::Duration by, std::function<void(aws::Json)> done) {
      auto& scope = scopes.everybody();
      scope.advance(by, [&scope, done = std::move(done)](auto rotated) {
        done(moved(scope.clock(), rotated));
      });
    };
  }

  aws::Json health() const {
    aws::Json health = {{"status", "ok"}, {"version", kVersion}};
    health.update(scopes.everybody().health());
    for (const auto& scope : scopes.all()) {
      if (scope.get() != &scopes.everybody()) health["scopes"][scope->name()] = scope->health();
    }
    return health;
  }

  const world::SystemClock clock;
  const Scopes scopes;
  const Admin admin;
  FrontDoor door;
  http::Server server;
  const std::vector<std::string> endpoints;
  std::vector<std::unique_ptr<StepRunner>> steps;
};

Stage::Stage(const Settings& settings) : parts_(std::make_unique<Parts>(settings)) {}

Stage::~Stage() {
  // The recorders tell the server when their queues are full: both must be there until they are
  // closed.
  stop(world::Duration(0));
}

void Stage::start(std::function<void()> script_ended) {
  for (const auto& scope : parts_->scopes.all()) scope->start();
  parts_->server.start();
  for (const auto& steps : parts_->steps) steps->start(script_ended);
}

bool Stage::stop(world::Duration grace) {
  for (const auto& steps : parts_->steps) steps->end();
  parts_->server.stop(grace);
  bool complete = true;
  for (const auto& scope : parts_->scopes.all()) complete = scope->stop() && complete;
  for (const auto& steps : parts_->steps) steps->join();
  return complete;
}

void Stage::reopen_transcripts() {
  for (const auto& scope : parts_->scopes.all()) scope->reopen_transcript();
}

void Stage::stop_now() { parts_->server.stop_now(); }

void Stage::advance(world::Duration by) { parts_->scopes.everybody().advance(by); }

StepRunner& Stage::steps(std::size_t i) const { return *parts_->steps.at(i); }

const Scopes& Stage::scopes() const { return parts_->scopes; }

const std::vector<std::string>& Stage::endpoints() const { return parts_->endpoints; }

aws::Json Stage::health() const { return parts_->health(); }

std::vector<std::string> Stage::left_over() const {
  std::vector<std::string> lines;
  for (const auto& scope : parts_->scopes.all()) {
    auto line = scope->replay() ? unused_line(*scope->replay()) : std::string();
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> Stage::description() const {
  std::vector<std::string> lines;
  for (const auto& scope : parts_->scopes.all()) {
    const auto more = scope->description();
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

}  // namespace stunt::harness
