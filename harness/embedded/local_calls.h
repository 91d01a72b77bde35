// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "harness/loop_thread.h"
#include "harness/scope.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::embedded {

/// Calls of this process's own program, without a socket. Thread-safe.
class LocalCalls {
 public:
  /// Waits for the answer; nothing if none came: see harness::LocalClient.
  std::optional<http::Reply> call(harness::Scope& scope, http::Request request);

 private:
  /// Above the numbers of connections that are some.
  static constexpr std::uint64_t kFirst = std::uint64_t{1} << 32;

  const world::SystemClock clock_{};
  std::atomic<std::uint64_t> connections_{kFirst};
  harness::LoopThread thread_{clock_};  ///< where answers wait
};

}  // namespace stunt::embedded
