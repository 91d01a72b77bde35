// SPDX-License-Identifier: MIT
#include "http/wire_plan.h"

#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

using namespace std::chrono_literals;
using Ends = Delivery::End;

const Reply kReply{200, {{"A", "b"}}, "0123456789"};
const std::string kHead = "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 10\r\n\r\n";

struct Step {
  std::string bytes;
  world::Duration at;
};

std::vector<Step> steps_of(const WirePlan& plan) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < plan.steps(); ++i) {
    const auto [bytes, at] = plan.step(i);
    steps.push_back({std::string(bytes), at});
  }
  return steps;
}

std::string bytes_of(const WirePlan& plan) {
  std::string bytes;
  for (const auto& step : steps_of(plan)) bytes += step.bytes;
  return bytes;
}

TEST(WirePlan, SendsAWholeAnswerAtOnceUnlessToldOtherwise) {
  const WirePlan plan(kReply, {}, {});
  ASSERT_EQ(plan.steps(), 1u);
  EXPECT_EQ(plan.step(0).bytes, serialize(kReply, {}));
  EXPECT_EQ(plan.step(0).at, 0s);
  EXPECT_EQ(plan.end(), Wire::End::usual);
  EXPECT_EQ(plan.delivery(), Ends::sent);
  EXPECT_TRUE(plan.whole());
}

TEST(WirePlan, OfASilentAnswerHasNoStep) {
  const WirePlan plan(kReply, {}, {.end = Wire::End::reset, .silent = true});
  EXPECT_EQ(plan.steps(), 0u);
  EXPECT_EQ(plan.size(), 0u);
  EXPECT_FALSE(plan.whole());
  EXPECT_EQ(plan.delivery(), Ends::reset);
}

TEST(WirePlan, ClosesASilentConnectionThatItWasToKeep) {
  for (const auto end : {Wire::End::usual, Wire::End::reset_at_next}) {
    const WirePlan plan(kReply, {}, {.end = end, .silent = true});
    EXPECT_EQ(plan.end(), Wire::End::close);
    EXPECT_EQ(plan.delivery(), Ends::closed);
  }
}

TEST(WirePlan, CutsTheBodyAndTellsOfAllOfIt) {
  EXPECT_EQ(bytes_of({kReply, {}, {.body_bytes = 4}}), kHead + "0123");
  EXPECT_EQ(bytes_of({kReply, {}, {.body_bytes = 0}}), kHead);
  EXPECT_EQ(bytes_of({kReply, {}, {.body_bytes = 99}}), kHead + "0123456789");
}

TEST(WirePlan, SaysHowTheDeliveryEnds) {
  const auto delivery = [](Wire::End end, std::size_t bytes) {
    return WirePlan(kReply, {}, {.end = end, .body_bytes = bytes}).delivery();
  };
  EXPECT_EQ(delivery(Wire::End::close, 9), Ends::closed);
  EXPECT_EQ(delivery(Wire::End::close, 10), Ends::sent);
  EXPECT_EQ(delivery(Wire::End::reset, 10), Ends::reset);
  EXPECT_EQ(delivery(Wire::End::hang, 10), Ends::timed_out);
  EXPECT_EQ(delivery(Wire::End::reset_at_next, 10), Ends::sent);
  EXPECT_EQ(delivery(Wire::End::usual, 4), Ends::sent);
}

TEST(WirePlan, LiesAboutTheLengthAndSendsTheTrueBody) {
  const auto length = [](std::int64_t error) {
    const auto bytes = bytes_of({kReply, {}, {.length_error = error}});
    EXPECT_TRUE(bytes.ends_with("\r\n\r\n0123456789"));
    const auto at = bytes.find("Content-Length: ") + 16;
    return bytes.substr(at, bytes.find('\r', at) - at);
  };
  EXPECT_EQ(length(17), "27");
  EXPECT_EQ(length(-3), "7");
  EXPECT_EQ(length(-10), "0");
  EXPECT_EQ(length(-11), "0");
  EXPECT_EQ(length(std::numeric_limits<std::int64_t>::min()), "0");
}

TEST(WirePlan, SendsTheHeadByteByByteEvenly) {
  const auto over = 1ms * static_cast<int>(kHead.size());
  const auto steps = steps_of({kReply, {}, {.head_over = over}});
  ASSERT_EQ(steps.size(), kHead.size() + 1);
  EXPECT_EQ(steps[0].bytes, "H");
  EXPECT_EQ(steps[0].at, 1ms);
  EXPECT_EQ(steps[kHead.size() - 1].bytes, "\n");
  EXPECT_EQ(steps[kHead.size() - 1].at, over);
  EXPECT_EQ(steps.back().bytes, "0123456789");
  EXPECT_EQ(steps.back().at, over);
}

TEST(WirePlan, SendsTheBodyInPiecesBehindTheHead) {
  const auto steps = steps_of({kReply, {}, {.pieces = 3, .body_over = 300ms}});
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(steps[0].bytes, kHead);
  EXPECT_EQ(steps[0].at, 0ms);
  EXPECT_EQ(steps[1].bytes, "012");
  EXPECT_EQ(steps[1].at, 100ms);
  EXPECT_EQ(steps[2].bytes, "345");
  EXPECT_EQ(steps[2].at, 200ms);
  EXPECT_EQ(steps[3].bytes, "6789");
  EXPECT_EQ(steps[3].at, 300ms);
}

TEST(WirePlan, HasNoMorePiecesThanBytes) {
  const auto steps = steps_of({kReply, {}, {.pieces = 1000, .body_over = 10ms}});
  ASSERT_EQ(steps.size(), 11u);
  EXPECT_EQ(steps[1].bytes, "0");
  EXPECT_EQ(steps[10].bytes, "9");
  EXPECT_EQ(steps[10].at, 10ms);
}

TEST(WirePlan, TakesPiecesOfWhatIsSent) {
  const auto steps = steps_of({kReply, {}, {.body_bytes = 4, .pieces = 2, .body_over = 2s}});
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[2].bytes, "23");
  EXPECT_EQ(steps[2].at, 2s);
}

TEST(WirePlan, KeepsALowRateByteByByte) {
  const auto steps = steps_of({kReply, {}, {.bytes_per_second = 10}});
  ASSERT_EQ(steps.size(), 11u);
  EXPECT_EQ(steps[1].at, 100ms);
  EXPECT_EQ(steps[10].at, 1s);
}

TEST(WirePlan, KeepsAHighRateInSmallTicks) {
  const Reply large{200, {}, std::string(100'000, 'x')};
  const auto steps = steps_of({large, {}, {.bytes_per_second = 50'000}});
  ASSERT_EQ(steps.size(), 101u);
  EXPECT_EQ(steps[1].bytes.size(), 1000u);
  EXPECT_EQ(steps[1].at, 20ms);
  EXPECT_EQ(steps[100].at, 2s);
}

TEST(WirePlan, LetsTheSlowerOfPiecesAndRateDecide) {
  const auto at = [](std::uint64_t rate) {
    const WirePlan plan(kReply, {}, {.pieces = 2, .body_over = 1s, .bytes_per_second = rate});
    EXPECT_EQ(plan.steps(), 3u);
    return plan.step(2).at;
  };
  EXPECT_EQ(at(100), 1s);
  EXPECT_EQ(at(5), 2s);
}

TEST(WirePlan, StandsNumbersWithoutEnd) {
  const auto year = std::chrono::duration_cast<world::Duration>(std::chrono::years(1));
  const Reply large{200, {}, std::string(10'000'000, 'x')};
  const WirePlan plan(large, {}, {.pieces = 10'000'000, .body_over = year});
  EXPECT_EQ(plan.step(plan.steps() - 1).at, year);
  EXPECT_EQ(plan.step(plan.steps() - 1).bytes, "x");
}

TEST(WirePlan, SendsNoBodyToHead) {
  const WirePlan plan(kReply, {.head_only = true},
                      {.end = Wire::End::close, .length_error = 2, .pieces = 5, .body_over = 1s});
  EXPECT_EQ(bytes_of(plan), "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 12\r\n\r\n");
  EXPECT_EQ(plan.steps(), 1u);
  EXPECT_TRUE(plan.whole());
}

TEST(WirePlan, SaysWhatTheFramingWants) {
  EXPECT_EQ(bytes_of({{204, {}, ""}, {.close = true}, {.pieces = 2}}),
            "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

}  // namespace
}  // namespace stunt::http
