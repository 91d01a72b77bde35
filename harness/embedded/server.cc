// SPDX-License-Identifier: MIT
#include "stunt/server.h"

#include <atomic>

#include "harness/embedded/scope_parts.h"
#include "harness/options.h"
#include "harness/stage.h"

namespace stunt {
namespace {

harness::Settings settings_of(const ServerOptions& options) {
  harness::Settings settings;
  settings.port = options.port;
  settings.region = options.region;
  settings.account = options.account;
  settings.seed = options.seed;
  settings.judged = true;
  settings.deterministic = options.deterministic;
  settings.fixtures.assign(options.fixtures.begin(), options.fixtures.end());
  if (!options.state.empty()) settings.state = options.state;
  settings.scenarios.assign(options.scenarios.begin(), options.scenarios.end());
  settings.upstream.url = options.upstream;
  settings.rotation.lambda_endpoint = options.lambda_endpoint;
  if (!options.record.empty()) {
    settings.record.to = options.record;
    harness::set_option("record-mode", options.record_mode, settings);
  }
  if (!options.replay.empty()) settings.replay.emplace().from = options.replay;
  return settings;
}

}  // namespace

struct Server::Parts {
  explicit Parts(const harness::Settings& settings)
      : stage(settings),
        everybody(std::make_shared<Scope::Parts>(stage, local, stage.scopes().all().front(),
                                                 Scope::Parts::Ends::with_its_stage)) {
    stage.start();
  }
  harness::Stage stage;
  embedded::LocalCalls local;
  const Scope everybody;
  std::atomic<std::uint64_t> scopes{0};
};

Server::Server(const ServerOptions& options)
    : parts_(std::make_unique<Parts>(settings_of(options))) {}

Server::~Server() = default;

const std::string& Server::endpoint() const { return parts_->stage.endpoints().front(); }

const Scope& Server::everybody() const { return parts_->everybody; }

Scope Server::scope(const ScopeOptions& options) {
  auto world = embedded::declare(parts_->stage, options, ++parts_->scopes);
  return Scope(std::make_shared<Scope::Parts>(parts_->stage, parts_->local, std::move(world),
                                              Scope::Parts::Ends::with_its_parts));
}

void Server::advance(std::chrono::microseconds by) { parts_->stage.advance(by); }

bool Server::stop() { return parts_->stage.stop(world::Duration(0)); }

}  // namespace stunt
