// SPDX-License-Identifier: MIT
#include "harness/stage.h"

#include <future>
#include <optional>
#include <stdexcept>

#include <spdlog/spdlog.h>

#include "emulator/model/secrets_manager.h"
#include "harness/admin.h"
#include "harness/application.h"
#include "harness/auth.h"
#include "harness/chain.h"
#include "harness/rotation/rotations.h"
#include "harness/version.h"
#include "http/server.h"
#include "recorder/recorder.h"
#include "recorder/replay.h"
#include "scenarios/director.h"
#include "scenarios/load.h"
#include "world/calendar.h"
#include "world/random.h"

namespace stunt::harness {
namespace {

/// The machine's clocks, or those that stand still until they are moved.
struct Clocks {
  explicit Clocks(bool deterministic) {
    if (deterministic) movable.emplace(deterministic_start());
  }
  const world::Clock& clock() const { return movable ? *movable : machine; }

  world::SystemClock machine;
  std::optional<world::VirtualClock> movable;
};

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

world::Instant deterministic_start() { return *world::parse_rfc3339("2026-01-01T00:00:00Z"); }

/// In the order in which they come to be; the server is the first to go.
struct Stage::Parts {
  explicit Parts(const Settings& settings_)
      : settings(with_keys(settings_)),
        clocks(settings.deterministic),
        clock(&clocks.clock()),
        started(clock->ticks()),
        script(scenarios::load_all(settings.scenarios, emulator::secrets_manager())),
        random(settings.seed.value_or(script.seed.value_or(0))),
        own_secret(make_own_secret()),
        rotations(settings.rotation, *clock, clocks.movable ? &*clocks.movable : nullptr, random,
                  own_secret),
        engine(make_engine(settings, *clock, random,
                           {&rotations, make_authenticate(settings.auth, own_secret, *clock)})),
        director(script.rules, emulator::secrets_manager(), random, *clock, board),
        admin([this] { return health(); }, advance()),
        application(emulator::secrets_manager(), director.inject()(engine.answer), admin, *clock),
        server({settings.hosts, settings.port, settings.threads, {}}, application, *clock),
        endpoints(urls(server)) {
    if (settings.record) open_recorder();
  }

  Admin::Advance advance() {
    if (!clocks.movable) return nullptr;
    return [this](world::Duration by, std::function<void(aws::Json)> done) {
      rotations.advance(
          by, [this, done = std::move(done)](auto rotated) { done(moved(*clock, rotated)); });
    };
  }

  void open_recorder() {
    recorder::RecorderOptions options;
    options.path = *settings.record;
    options.overwrite = settings.overwrite;
    options.header = {"stunt/" + std::string(kVersion),
                      clock->now(),
                      random.seed(),
                      engine.name,
                      "secretsmanager",
                      settings.region,
                      settings.deterministic,
                      clock->now(),
                      settings.deterministic};
    recorder = std::make_unique<recorder::Recorder>(
        options, emulator::secrets_manager(), started,
        [this](bool full) { server.hold_input(full); },
        [](const std::string& error) { spdlog::error("{}", error); });
    application.record_to(
        [this](std::unique_ptr<aws::Exchange> exchange) { recorder->record(std::move(exchange)); });
  }

  aws::Json health() const {
    aws::Json health = {
        {"status", "ok"}, {"version", kVersion}, {"engine", engine.name}, {"seed", random.seed()}};
    if (recorder) {
      const auto status = recorder->status();
      auto& recording = health["recording"];
      recording = {{"path", settings.record->string()},
                   {"written", status.written},
                   {"queued", status.queued},
                   {"lost", status.lost}};
      if (!status.error.empty()) {
        health["status"] = "recording failed";
        recording["error"] = status.error;
      }
    }
    if (engine.state) {
      health["state"] = engine.state();
      if (health["state"].contains("error")) health["status"] = "state failed";
    }
    return health;
  }

  const Settings settings;
  Clocks clocks;
  const world::Clock* const clock;
  const world::Moment started;
  const scenarios::Script script;
  const world::Random random;
  const aws::SecretAccessKey own_secret;
  Rotations rotations;
  const Engine engine;
  scenarios::Board board;
  scenarios::Director director;
  const Admin admin;
  Application application;
  std::unique_ptr<recorder::Recorder> recorder;
  http::Server server;
  const std::vector<std::string> endpoints;
};

Stage::Stage(const Settings& settings) : parts_(std::make_unique<Parts>(settings)) {}

Stage::~Stage() {
  // The recorder tells the server when its queue is full: both must be there until it is closed.
  stop(world::Duration(0));
}

void Stage::start() {
  parts_->rotations.start(parts_->engine.secrets_manager, parts_->application);
  parts_->server.start();
}

bool Stage::stop(world::Duration grace) {
  parts_->server.stop(grace);
  parts_->rotations.stop();
  const bool kept = !parts_->engine.close || parts_->engine.close();
  const bool recorded = !parts_->recorder || parts_->recorder->close();
  return kept && recorded;
}

void Stage::stop_now() { parts_->server.stop_now(); }

void Stage::advance(world::Duration by) {
  if (!parts_->clocks.movable) throw std::logic_error("the machine's clock cannot be moved");
  std::promise<void> done;
  parts_->rotations.advance(by, [&](const auto&) { done.set_value(); });
  done.get_future().wait();
}

const std::vector<std::string>& Stage::endpoints() const { return parts_->endpoints; }

aws::Json Stage::health() const { return parts_->health(); }

std::vector<std::string> Stage::description() const {
  std::vector<std::string> lines;
  const auto& p = *parts_;
  lines.push_back(
      "region " + p.settings.region + ", account " + p.settings.account + ", seed " +
      std::to_string(p.random.seed()) +
      (p.settings.deterministic ? ", clock stands at " + world::rfc3339(p.clock->now()) : ""));
  lines.insert(lines.end(), p.engine.description.begin(), p.engine.description.end());
  if (p.engine.secrets_manager) lines.push_back(description_of(p.settings.rotation));
  for (const auto& file : p.settings.scenarios) lines.push_back("scenario " + file.string());
  if (p.recorder) lines.push_back("recording to " + p.settings.record->string());
  return lines;
}

}  // namespace stunt::harness
