// SPDX-License-Identifier: MIT
#include "stunt/server.h"

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
  explicit Parts(const harness::Settings& settings) : stage(settings) { stage.start(); }
  harness::Stage stage;
};

Server::Server(const ServerOptions& options)
    : parts_(std::make_unique<Parts>(settings_of(options))) {}

Server::~Server() = default;

const std::string& Server::endpoint() const { return parts_->stage.endpoints().front(); }

void Server::advance(std::chrono::microseconds by) { parts_->stage.advance(by); }

bool Server::stop() { return parts_->stage.stop(world::Duration(0)); }

}  // namespace stunt
