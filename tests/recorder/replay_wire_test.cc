// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "http/wire_plan.h"
#include "player.h"
#include "recorder/replay/broken_wire.h"

namespace stunt::recorder {
namespace {

using test::Act;
using test::get;
using test::got;
using test::Player;
using test::put;
using test::Tape;
using Delivered = http::Delivery::End;
using End = http::Wire::End;

const aws::FiredFault kCut = {.rule = "r", .action = "truncate"};

/// The bytes of an answer's head.
std::size_t head_of(Act act) {
  const auto exchange = act.take();
  std::string head;
  http::append_head(head, *exchange->outcome.reply, {}, exchange->outcome.reply->body.size());
  return head.size();
}

/// What goes out of an answer.
std::string sent(const aws::Outcome& outcome) {
  const http::WirePlan plan(*outcome.reply, {}, outcome.shape.wire);
  std::string bytes;
  for (std::size_t i = 0; i < plan.steps(); ++i) bytes += plan.step(i).bytes;
  return bytes;
}

TEST(ReplayWire, ResetsWithoutAByte) {
  Player player(Tape()
                    .add(get("a")
                             .answer(500, {{"__type", "InternalServiceError"}})
                             .fault({.rule = "r", .action = "connection:reset", .answered = true})
                             .ended(Delivered::reset, 0))
                    .add(get("a").answer(200, {{"Name", "a"}})));
  const auto outcome = player.answer(get("a"));
  EXPECT_FALSE(outcome.reply);
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.wire.end, End::reset);
  EXPECT_EQ(player.answer(get("a")).shape.wire, http::Wire());
}

TEST(ReplayWire, LosesAnAnswerThatWasApplied) {
  Player player(Tape().add(
      put("a", "x").answer(200, {{"Name", "a"}}).applied(true).ended(Delivered::closed, 0)));
  const auto outcome = player.answer(put("a", "x"));
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.wire.end, End::close);
  EXPECT_EQ(outcome.applied, true);
  ASSERT_TRUE(outcome.reply);
  EXPECT_EQ(outcome.reply->status, 200) << "what the engine said, for a recording of the replay";
}

TEST(ReplayWire, Hangs) {
  Player player(Tape().add(get("a").ended(Delivered::timed_out, 0)));
  const auto wire = player.answer(get("a")).shape.wire;
  EXPECT_EQ(wire.end, End::hang);
  EXPECT_TRUE(wire.silent);
}

TEST(ReplayWire, CutsTheBodyWhereItWasCut) {
  auto act = got("a", "a value of some length").fault(kCut);
  act.ended(Delivered::closed, head_of(act) + 17);
  Player player(Tape().add(act));
  const auto outcome = player.answer(get("a"));
  EXPECT_EQ(outcome.shape.wire.end, End::close);
  EXPECT_EQ(outcome.shape.wire.body_bytes, 17u);
  const auto bytes = sent(outcome);
  EXPECT_EQ(bytes.substr(bytes.find("\r\n\r\n") + 4), outcome.reply->body.substr(0, 17));
}

TEST(ReplayWire, LacksSomethingAlsoIfTodaysBodyIsShorter) {
  auto act = got("a", std::string(500, 'x')).fault(kCut);
  act.ended(Delivered::reset, head_of(act) + 400);
  Player player(Tape().add(act));
  const auto outcome = player.answer(get("a"));
  EXPECT_EQ(outcome.shape.wire.body_bytes, outcome.reply->body.size() - 1);
  EXPECT_EQ(outcome.shape.wire.end, End::reset);
}

TEST(ReplayWire, ResetsBehindAWholeAnswer) {
  auto act = got("a", "x").fault(kCut);
  act.ended(Delivered::reset, head_of(act) + act.take()->outcome.reply->body.size());
  Player player(Tape().add(act));
  const auto wire = player.answer(get("a")).shape.wire;
  EXPECT_EQ(wire.body_bytes, std::nullopt);
  EXPECT_EQ(wire.end, End::reset);
}

TEST(ReplayWire, SendsTheHeadOfWhatWasCutInTheHead) {
  Player player(Tape().add(got("a", "x").fault(kCut).ended(Delivered::closed, 5)));
  EXPECT_EQ(player.answer(get("a")).shape.wire.body_bytes, 0u);
}

TEST(ReplayWire, AnswersWhomTheRecordedClientDidNotWaitFor) {
  Player player(Tape().add(got("a", "x").ended(Delivered::client_gone, 0)));
  EXPECT_EQ(player.answer(get("a")).shape.wire, http::Wire());
}

TEST(ReplayWire, IsReadFromTheBytesThatWereSent) {
  auto act = got("a", "a value of some length").fault(kCut);
  act.ended(Delivered::closed, head_of(act) + 17);
  const auto transcript = Tape().add(act).transcript();
  const auto& line = transcript.exchanges.at(0);
  EXPECT_EQ(line.outcome, aws::OutcomeKind::closed);
  EXPECT_EQ(wire_of(line, 1000).body_bytes, 17u);
}

}  // namespace
}  // namespace stunt::recorder
