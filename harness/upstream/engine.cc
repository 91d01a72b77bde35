// SPDX-License-Identifier: MIT
#include "harness/upstream/engine.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <spdlog/spdlog.h>

#include "harness/upstream/credentials.h"
#include "harness/upstream/upstream.h"

namespace stunt::harness {
namespace {

/// What is the emulator's own, and is asked for without it.
void refuse_emulators_own(const Settings& settings) {
  const auto refuse = [](const std::string& flags, const char* why) {
    throw std::invalid_argument(flags + " with --upstream: " + why);
  };
  if (settings.auth.verify) {
    refuse("--auth verify", "signatures are the upstream's business; leave it out");
  }
  if (settings.state || !settings.fixtures.empty()) {
    refuse("--state or --fixtures", "secrets are the upstream's own; leave them out");
  }
  const auto& rotation = settings.rotation;
  if (rotation.mode || !rotation.lambda_endpoint.empty() || !rotation.functions.empty()) {
    refuse("--rotation or --lambda-endpoint",
           "the upstream rotates its secrets itself; leave them out");
  }
  if (settings.replication_lag > world::Duration(0) ||
      settings.force_delete_lag > world::Duration(0)) {
    refuse("--replication-lag or --force-delete-lag",
           "the upstream is as late as it is; leave them out");
  }
}

/// Who signs for everybody ought to know who everybody is.
void warn_of_strangers(const Settings& settings, const std::string& access_key_id) {
  static constexpr std::array<std::string_view, 3> kOwn = {"127.0.0.1", "::1", "localhost"};
  const auto is_own = [](const std::string& host) {
    return std::find(kOwn.begin(), kOwn.end(), host) != kOwn.end();
  };
  if (std::all_of(settings.hosts.begin(), settings.hosts.end(), is_own)) return;
  spdlog::warn(
      "whoever reaches this server from outside acts with the rights of {}: requests are "
      "signed anew, and nobody asks who sends them",
      access_key_id);
}

}  // namespace

Engine ask_upstream(const Settings& settings, const world::Clock& clock, world::Random random) {
  refuse_emulators_own(settings);
  const auto& given = settings.upstream;
  std::optional<aws::Key> key;
  if (given.sign) {
    key = key_from_environment([](const char* name) { return std::getenv(name); });
    warn_of_strangers(settings, key->access_key_id);
  }
  auto upstream = std::make_shared<Upstream>(given, std::move(key), settings.region, clock, random);
  return {"upstream", {upstream->description()}, [upstream](const aws::Call& call) {
            return upstream->answer(call);
          }};
}

void refuse_without_upstream(const Settings& settings) {
  if (!settings.upstream.ca && !settings.upstream.sign) return;
  throw std::invalid_argument(
      "--upstream-ca and --upstream-credentials say how to ask an upstream; name it: "
      "--upstream URL");
}

}  // namespace stunt::harness
