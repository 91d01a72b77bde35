// SPDX-License-Identifier: MIT
#include "http/timer_queue.h"

#include <string>

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

world::Moment moment(int us) { return world::Moment(world::Duration(us)); }

TEST(TimerQueue, GivesTheEarliestFirstAndEqualsInOrder) {
  TimerQueue timers;
  std::string order;
  for (const auto& [due, name] : {std::pair(30, 'd'), {10, 'a'}, {20, 'b'}, {20, 'c'}, {40, 'e'}}) {
    timers.at(moment(due), [&order, name = name] { order += name; });
  }
  EXPECT_EQ(timers.next(), moment(10));
  while (const auto function = timers.take_due(moment(30))) function();
  EXPECT_EQ(order, "abcd");
  EXPECT_EQ(timers.size(), 1u);
  EXPECT_EQ(timers.next(), moment(40));
}

TEST(TimerQueue, GivesNothingBeforeItsTime) {
  TimerQueue timers;
  EXPECT_EQ(timers.next(), std::nullopt);
  timers.at(moment(10), [] {});
  EXPECT_FALSE(timers.take_due(moment(9)));
  EXPECT_TRUE(timers.take_due(moment(10)));
  EXPECT_FALSE(timers.take_due(moment(10)));
}

}  // namespace
}  // namespace stunt::http
