// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "../support/raw_client.h"
#include "world/clock.h"

namespace stunt::test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define STUNT_SLOW_BUILD
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
#define STUNT_SLOW_BUILD
#endif

/// How long a good client may wait for an answer, whatever the others do.
#ifdef STUNT_SLOW_BUILD
constexpr world::Duration kSlowestAllowed = std::chrono::seconds(1);
#else
constexpr world::Duration kSlowestAllowed = std::chrono::milliseconds(100);
#endif

/// Asks for /echo again and again, now and then over a new connection.
class GoodClient {
 public:
  explicit GoodClient(std::uint16_t port) : port_(port) {}

  /// One request. A wrong answer is a fatal failure of the test.
  void ask() {
    const auto asked = clock_.ticks();
    if (answered_ % 10 == 0) connection_.emplace(port_);
    const auto text = std::to_string(answered_);
    connection_->send("GET /echo?" + text + " HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_EQ(body_of(connection_->read_answer()), "GET," + text + ",");
    ++answered_;
    slowest_ = std::max(slowest_, clock_.ticks() - asked);
  }

  std::size_t answered() const { return answered_; }
  world::Duration slowest() const { return slowest_; }

 private:
  const std::uint16_t port_;
  const world::SystemClock clock_;
  std::optional<RawClient> connection_;
  std::size_t answered_ = 0;
  world::Duration slowest_{0};
};

}  // namespace stunt::test
