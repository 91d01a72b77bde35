// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "aws/sigv4/key.h"
#include "emulator/settings.h"
#include "harness/admin/settings.h"
#include "harness/replay_changes.h"
#include "harness/rotation/settings.h"
#include "harness/upstream/settings.h"
#include "recorder/capture/options.h"
#include "recorder/replay/options.h"
#include "state/state_file.h"
#include "world/clock.h"

namespace stunt::harness {

/// Whether signatures are verified, and against what.
struct Auth {
  bool verify = false;                 ///< else they are read and recorded only
  std::vector<std::string> regions{};  ///< that a signature may be for; empty: any
  std::vector<aws::Key> keys{};
  std::optional<std::filesystem::path> keys_file{};  ///< more keys
};

/// Everything that can be set, from flags, a configuration file, or C++; what is not set has the
/// default that stands here.
struct Settings {
  std::vector<std::string> hosts{};  ///< empty: loopback
  std::uint16_t port = 4566;         ///< 0: a free one
  unsigned threads = 1;
  world::Duration grace = std::chrono::seconds(5);

  std::string region = "us-east-1";
  std::string account = "000000000000";
  bool secretsmanager_enabled = true;
  world::Duration replication_lag{};
  world::Duration force_delete_lag{0};
  emulator::DeletedDate deleted_date = emulator::DeletedDate::planned;
  Auth auth{};

  std::optional<std::uint64_t> seed{};  ///< before that of a scenario file
  bool deterministic = false;           ///< the clock stands still at a fixed moment

  std::optional<std::filesystem::path> state{};  ///< a directory; without it memory only
  state::Sync state_sync = state::Sync::normal;
  std::vector<std::filesystem::path> fixtures{};

  std::vector<std::filesystem::path> scenarios{};
  std::optional<recorder::ReplayOptions> replay{};
  std::vector<ReplayChange> replay_changes{};  ///< go before what a scenario says
  recorder::RecordSettings record{};
  bool replay_over_engine = false;  ///< a replay has an engine beneath, even if it never asks it

  std::optional<std::filesystem::path> recordings{};  ///< where the admin API may record to

  std::string otlp{};  ///< the URL of a collector that gets a span for each call; empty: none

  RotationSettings rotation{};
  UpstreamSettings upstream{};

  bool judged = false;           ///< calls are kept for a verdict
  std::size_t journal = 10'000;  ///< else so many are, and 64 MiB of them, to be looked at

  AdminSettings admin{};

  std::optional<std::filesystem::path> ready_file{};
  int ready_fd = 0;  ///< a descriptor that is open; 0: none
  bool exit_with_parent = false;
  std::string log_level = "info";
};

/// Where --deterministic stops the clock: 2026-01-01T00:00:00Z.
world::Instant deterministic_start();

}  // namespace stunt::harness
