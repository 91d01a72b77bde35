// SPDX-License-Identifier: MIT
#include "aws/exchange.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

using namespace std::chrono_literals;

TEST(Exchange, WithoutMoreToDoStandsAsItIs) {
  Exchange exchange;
  exchange.outcome.reply = http::Reply{200, {}, "x"};
  exchange.outcome.shape.delay = 5ms;
  EXPECT_FALSE(exchange.unfinished());
  EXPECT_FALSE(exchange.resume());
  EXPECT_EQ(exchange.injected, 5ms);
  EXPECT_EQ(exchange.reply().body, "x");
}

TEST(Exchange, WaitsThenApplies) {
  Exchange exchange;
  bool applied = false;
  exchange.outcome.shape.delay = 10ms;
  exchange.outcome.faults.push_back({.rule = "slow", .action = "delay"});
  exchange.outcome.then = [&] {
    applied = true;
    Outcome next;
    next.reply = http::Reply{200, {}, "late"};
    next.faults.push_back({.rule = "broken", .action = "error"});
    return next;
  };
  EXPECT_TRUE(exchange.unfinished());
  EXPECT_FALSE(applied);

  EXPECT_TRUE(exchange.resume());
  EXPECT_TRUE(applied);
  EXPECT_FALSE(exchange.unfinished());
  EXPECT_EQ(exchange.reply().body, "late");
  ASSERT_EQ(exchange.outcome.faults.size(), 2u);
  EXPECT_EQ(exchange.outcome.faults[0].rule, "slow");
  EXPECT_EQ(exchange.outcome.faults[1].rule, "broken");
}

}  // namespace
}  // namespace stunt::aws
