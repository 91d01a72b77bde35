// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;
using test::struck;
using test::told;
using End = http::Wire::End;

TEST(Connection, BrokenBeforeTheEngineAsksNobody) {
  Rehearsal rehearsal("- {id: a, then: {connection: reset}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_FALSE(outcome.reply);
  EXPECT_FALSE(outcome.real);
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.wire.end, End::reset);
  EXPECT_EQ(outcome.applied, false);
  EXPECT_EQ(told(outcome), "before connection:reset");
  EXPECT_TRUE(outcome.faults[0].answered);
  EXPECT_TRUE(rehearsal.asked.empty());
}

TEST(Connection, BrokenAfterTheEngineKeepsItsAnswerAsTheRealOne) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {connection: close}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_FALSE(outcome.reply);
  EXPECT_EQ(outcome.real->body, R"({"from":"engine"})");
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.wire.end, End::close);
  EXPECT_EQ(outcome.applied, true);
}

TEST(Connection, HangsOnlyWhenItsDelayIsOver) {
  const auto outcome = struck("{connection: hang, delay: 2s}");
  EXPECT_EQ(outcome.shape.delay, 2s);
  EXPECT_FALSE(outcome.then);
  EXPECT_EQ(outcome.shape.wire.end, End::hang);
  EXPECT_EQ(told(outcome), "before delay:2000000us, before connection:hang");
}

TEST(Connection, ThatIsClosedWhenIdleAnswersThisCall) {
  const auto outcome = struck("{connection: closeIdle}");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_FALSE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.wire.end, End::reset_at_next);
  EXPECT_FALSE(outcome.faults[0].answered);
}

TEST(Connection, EndsAnAnswerThatIsCut) {
  for (const char* beside :
       {"truncate: {bytes: 3}", "corrupt: {body: garbage}", "dribble: {bytesPerSecond: 5}"}) {
    const auto outcome = struck("{connection: reset, " + std::string(beside) + "}");
    EXPECT_TRUE(outcome.reply) << beside;
    EXPECT_FALSE(outcome.shape.wire.silent) << beside;
    EXPECT_EQ(outcome.shape.wire.end, End::reset) << beside;
  }
}

TEST(Connection, EndsAnErrorThatIsCut) {
  const auto outcome =
      struck("{error: InternalServiceError, truncate: {bytes: 3}, connection: hang}");
  EXPECT_EQ(outcome.reply->status, 500);
  EXPECT_EQ(outcome.shape.wire.body_bytes, 3u);
  EXPECT_EQ(outcome.shape.wire.end, End::hang);
  EXPECT_EQ(told(outcome),
            "before error:InternalServiceError, before truncate:3, before connection:hang");
}

TEST(Connection, BrokenBySilenceIsNotShapedByOtherRules) {
  Rehearsal rehearsal(
      "- {id: a, then: {connection: reset}}\n"
      "- {id: b, then: {truncate: {bytes: 1}}}\n");
  EXPECT_EQ(told(rehearsal.arrive("GetSecretValue")), "before connection:reset");
}

TEST(Refuse, AnswersThisCallAsUsual) {
  const auto outcome = struck("{refuse: 5s}", "after");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_EQ(outcome.shape.wire.refuse, 5s);
  EXPECT_EQ(told(outcome), "after refuse:5000000us");
}

TEST(Refuse, GoesWithSilenceToo) {
  const auto outcome = struck("{refuse: 5s, connection: reset}");
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.wire.refuse, 5s);
}

TEST(Notes, AreWrittenOnTheBoardAndChangeNoAnswer) {
  Rehearsal rehearsal("- {id: a, then: {setState: {region: down, z: q}, mark: seen}}");
  const auto outcome = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_TRUE(rehearsal.board.is("region", "down"));
  EXPECT_TRUE(rehearsal.board.is_marked("seen"));
  EXPECT_EQ(told(outcome), "before setState:region=down,z=q, before mark:seen");
}

TEST(Notes, AfterTheEngineAreNotWrittenBeforeItIsAsked) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 1s}}\n"
      "- {id: b, phase: after, then: {mark: done}}\n");
  auto waiting = rehearsal.arrive("GetSecretValue");
  EXPECT_FALSE(rehearsal.board.is_marked("done"));
  EXPECT_EQ(told(waiting.then()), "after mark:done");
  EXPECT_TRUE(rehearsal.board.is_marked("done"));
}

}  // namespace
}  // namespace stunt::scenarios
