// SPDX-License-Identifier: MIT
#include "world/clock.h"

#include <gtest/gtest.h>

namespace stunt::world {
namespace {

using namespace std::chrono_literals;

TEST(VirtualClock, StandsStillUntilTold) {
  VirtualClock clock(Instant(1h));
  EXPECT_EQ(clock.now(), Instant(1h));
  clock.advance(8 * 24h);
  EXPECT_EQ(clock.now(), Instant(1h + 8 * 24h));
}

TEST(SystemClock, TicksNeverGoBack) {
  const SystemClock clock;
  Moment last = clock.ticks();
  for (int i = 0; i < 1000; ++i) {
    const Moment next = clock.ticks();
    EXPECT_GE(next, last);
    last = next;
  }
}

TEST(SystemClock, KnowsTheCentury) {
  EXPECT_GT(SystemClock().now().time_since_epoch(), 50 * 8766h);
}

}  // namespace
}  // namespace stunt::world
