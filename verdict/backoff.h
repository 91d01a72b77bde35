// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/json.h"
#include "input/fields.h"
#include "verdict/journal.h"
#include "world/clock.h"

namespace stunt::verdict {

/// How long a client waits before it tries again.
struct Backoff {
  enum class Profile {
    none,
    /// AWS's standard mode as it was: rand(0, 1) · min(2^(n-1), 20) seconds before retry n.
    standard_2_0,
    /// As of 2026: rand(0, 1) · min(base · 2^(n-1), 20 s), base 1 s after throttling and 50 ms
    /// after all else; a server's hint is clamped to that and 5 seconds more.
    standard_2_1
  };
  static constexpr world::Duration kUsualSlack = std::chrono::milliseconds(100);

  Profile profile = Profile::none;
  std::optional<world::Duration> min{};
  std::optional<world::Duration> max{};
  world::Duration slack = kUsualSlack;  ///< for what is not waiting: the network, the client's work
  bool jitter_required = false;
};

std::optional<Backoff> read_backoff(const input::Value& value);

aws::Json to_json(const Backoff& backoff);

/// What a wait before a retry may be; the upper bound is without slack.
struct Bounds {
  world::Duration lower{0};
  std::optional<world::Duration> upper{};
  bool by_hint = false;  ///< the server's hint has a say: the wait is not evenly spread
};

/// `retry` is 1 for the first; `before` is the attempt that it repeats, and has ended.
Bounds bounds_of(const Backoff& backoff, unsigned retry, const Entry& before);

/// The x-amz-retry-after of an answer that the client got. Nothing if there is none, or it is no
/// number of milliseconds.
std::optional<world::Duration> hint_of(const Entry& entry);

/// SDKs take a server's hint for no more than 5 seconds above what they would wait anyway.
constexpr world::Duration kHintSlack = std::chrono::seconds(5);

}  // namespace stunt::verdict
