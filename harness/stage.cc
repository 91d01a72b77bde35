// SPDX-License-Identifier: MIT
#include "harness/stage.h"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <utility>

#include "emulator/model/secrets_manager.h"
#include "harness/admin/admin.h"
#include "harness/admin/admin_door.h"
#include "harness/admin/errands.h"
#include "harness/admin/routes.h"
#include "harness/admin/runs.h"
#include "harness/admin/snapshots.h"
#include "harness/front_door.h"
#include "harness/recording.h"
#include "harness/replaying.h"
#include "harness/script/step_runner.h"
#include "harness/version.h"
#include "http/server.h"
#include "scenarios/load.h"
#include "verdict/expectation.h"

namespace stunt::harness {
namespace {

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

/// In the order in which they come to be; the servers are the first to go, worlds and their
/// farewells the last.
struct Stage::Parts {
  explicit Parts(const Settings& settings_)
      : settings(settings_),
        scopes(make_scopes()),
        ground{settings,
               scopes,
               [this](scenarios::Script script, std::vector<aws::Key> keys) {
                 return declare(std::move(script), {.keys = std::move(keys)});
               },
               [this](std::string_view name) { return remove(name); },
               [this] { return endpoints.front(); },
               [this] { return health(); },
               errands,
               runs,
               snapshots},
        admin(ground, admin::routes()),
        door(admin, scopes),
        admin_door(admin),
        server({settings.hosts, settings.port, settings.threads, {}}, door, clock),
        endpoints(urls(server)) {
    if (settings.admin.enabled && settings.admin.port) open_admin_door(*settings.admin.port);
    const auto& serving = admin_server ? *admin_server : server;
    admin.served_at(serving.addresses(), settings.hosts,
                    admin_endpoints.empty() ? "" : admin_endpoints.front() + "/_stunt/v1");
  }

  void open_admin_door(std::uint16_t port) {
    admin_server.emplace(http::ServerOptions{settings.hosts, port, 1, {}}, admin_door, clock);
    admin_endpoints = urls(*admin_server);
  }

  std::vector<Scopes::Held> make_scopes() {
    auto scripts =
        scenarios::load_all(settings.scenarios, emulator::secrets_manager(), verdict::read_expect);
    check_recording(settings, scripts);
    std::vector<Scopes::Held> made;
    for (auto& script : scripts) made.push_back(make_scope(settings, std::move(script)));
    const bool replays =
        std::any_of(made.begin(), made.end(), [](const auto& scope) { return scope->replay(); });
    if (!replays && !settings.replay_changes.empty()) {
      throw std::invalid_argument(
          "the --replay- flags say how to replay, and nothing is replayed: add --replay FILE");
    }
    return made;
  }

  Scopes::Held make_scope(const Settings& own, scenarios::Script script) {
    auto made = std::make_unique<Scope>(own, std::move(script),
                                        [this](bool full) { server.hold_input(full); });
    return {made.release(), [this](Scope* last) { part_with(last); }};
  }

  /// To end a world takes a while, and whoever lets go of it last may be a thread of the server.
  void part_with(Scope* scope) {
    if (!farewells.post([scope] { delete scope; })) delete scope;
  }

  /// Returns when a world that nobody holds any more has ended; its files are whole then.
  void let_go(Scopes::Held scope) {
    const std::weak_ptr<Scope> left = std::exchange(scope, nullptr);
    std::promise<void> ended;
    if (left.expired() && farewells.post([&] { ended.set_value(); })) ended.get_future().wait();
  }

  Scopes::Held declare(scenarios::Script script, OwnSettings more) {
    auto own = settings;
    if (more.seed) own.seed = more.seed;
    own.auth.keys.insert(own.auth.keys.end(), more.keys.begin(), more.keys.end());
    check_recording(own, {&script, 1});
    auto scope = make_scope(own, std::move(script));
    scope->start();
    scopes.add(scope);
    scope->steps().start();
    return scope;
  }

  bool remove(std::string_view name) {
    auto scope = scopes.remove(name);
    if (!scope) return false;
    scope->steps().end();
    scope->steps().join();
    let_go(std::move(scope));
    return true;
  }

  aws::Json health() const {
    aws::Json health = {{"status", "ok"}, {"version", kVersion}};
    health.update(scopes.everybody().health());
    for (const auto& scope : scopes.all()) {
      if (scope.get() != &scopes.everybody()) health["scopes"][scope->name()] = scope->health();
    }
    return health;
  }

  const Settings settings;
  const world::SystemClock clock;
  admin::Errands farewells;  ///< of worlds that have left
  Scopes scopes;
  admin::Errands errands;
  admin::Runs runs;
  admin::Snapshots snapshots;
  const admin::Ground ground;
  admin::Admin admin;
  FrontDoor door;
  admin::AdminDoor admin_door;
  http::Server server;
  const std::vector<std::string> endpoints;
  std::optional<http::Server> admin_server;
  std::vector<std::string> admin_endpoints;
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
  if (parts_->admin_server) parts_->admin_server->start();
  for (const auto& scope : parts_->scopes.all()) scope->steps().start(script_ended);
}

bool Stage::stop(world::Duration grace) {
  // Nobody changes any more what is to be stopped.
  if (parts_->admin_server) parts_->admin_server->stop();
  for (const auto& scope : parts_->scopes.all()) scope->steps().end();
  parts_->server.stop(grace);
  // One may have been declared meanwhile.
  parts_->errands.stop();
  parts_->runs.stop();
  const auto scopes = parts_->scopes.all();
  for (const auto& scope : scopes) scope->steps().end();
  bool complete = true;
  for (const auto& scope : scopes) complete = scope->stop() && complete;
  for (const auto& scope : scopes) scope->steps().join();
  // Nobody serves any more who could hold one that has left.
  parts_->farewells.stop();
  return complete;
}

Scopes::Held Stage::declare(scenarios::Script script, OwnSettings own) {
  return parts_->declare(std::move(script), std::move(own));
}

bool Stage::remove(std::string_view name) { return parts_->remove(name); }

void Stage::reopen_transcripts() {
  for (const auto& scope : parts_->scopes.all()) scope->reopen_transcript();
}

void Stage::stop_now() { parts_->server.stop_now(); }

void Stage::advance(world::Duration by) { parts_->scopes.everybody().advance(by); }

void Stage::settle() { parts_->server.settle(); }

const Scopes& Stage::scopes() const { return parts_->scopes; }

const std::vector<std::string>& Stage::endpoints() const { return parts_->endpoints; }

const std::vector<std::string>& Stage::admin_endpoints() const { return parts_->admin_endpoints; }

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
  if (!parts_->settings.admin.enabled) lines.push_back("the admin API is off");
  for (const auto& endpoint : parts_->admin_endpoints) {
    lines.push_back("admin API on " + endpoint + "/_stunt/v1");
  }
  return lines;
}

}  // namespace stunt::harness
