// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;
using test::told;

TEST(Stale, AsksTheEngineForThePast) {
  Rehearsal rehearsal(
      "- {id: a, when: {operation: GetSecretValue}, then: {stale: {lag: 2s, versionsBack: 3}}}");
  const auto outcome = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_EQ(rehearsal.terms.at(0).lag, 2s);
  EXPECT_EQ(rehearsal.terms.at(0).versions_back, 3u);
  EXPECT_EQ(told(outcome), "before stale:lag=2000000us:versionsBack=3");
  EXPECT_FALSE(outcome.faults[0].answered);
}

TEST(Apply, TwiceDeliversTheRequestTwice) {
  Rehearsal rehearsal("- {id: a, when: {operation: PutSecretValue}, then: {apply: twice}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(rehearsal.asked, (std::vector<std::string>{"PutSecretValue", "PutSecretValue"}));
  EXPECT_EQ(outcome.applied, true);
  EXPECT_EQ(told(outcome), "before apply:twice");
}

TEST(Apply, TwiceAndTheAnswerLost) {
  Rehearsal rehearsal(
      "- {id: a, phase: after, when: {operation: PutSecretValue},"
      " then: {apply: twice, connection: reset}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(rehearsal.asked.size(), 2u);
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(told(outcome), "after apply:twice, after connection:reset");
}

TEST(Apply, LaterSaysWhenReadersSeeIt) {
  Rehearsal rehearsal(
      "- {id: a, when: {operation: PutSecretValue}, then: [{apply: later}, {applyAfter: 3s}]}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(rehearsal.terms.at(0).visible_after, 3s);
  EXPECT_EQ(rehearsal.asked.size(), 1u);
  EXPECT_EQ(told(outcome), "before apply:later:3000000us");
}

TEST(Terms, OfACallThatWaitsOutliveTheDelay) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 1s}}\n"
      "- {id: b, when: {operation: GetSecretValue}, then: {stale: {lag: 1s}}}\n");
  auto waiting = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(told(waiting), "before delay:1000000us");
  EXPECT_EQ(told(waiting.then()), "before stale:lag=1000000us");
  EXPECT_EQ(rehearsal.terms.at(0).lag, 1s);
}

TEST(Terms, AreUsualWithoutSuchAFault) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {delay: 1s}}");
  rehearsal.arrive("PutSecretValue");
  EXPECT_FALSE(rehearsal.terms.at(0).stop_at);
  EXPECT_EQ(rehearsal.terms.at(0).lag, 0s);
}

constexpr const char* kHalfWay =
    "- {id: a, phase: at:version.stored, then: {delay: 1s, connection: reset, mark: half}}";

TEST(CommitPoint, StrikesWhereTheEngineStopped) {
  Rehearsal rehearsal(kHalfWay);
  rehearsal.reaches = aws::CommitPoint::version_stored;
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(rehearsal.terms.at(0).stop_at, aws::CommitPoint::version_stored);
  EXPECT_TRUE(outcome.shape.wire.silent);
  EXPECT_EQ(outcome.shape.delay, 1s);
  EXPECT_EQ(outcome.real->status, 500);
  EXPECT_EQ(outcome.applied, true);
  EXPECT_TRUE(rehearsal.board.is_marked("half"));
  EXPECT_EQ(told(outcome),
            "at:version.stored delay:1000000us, at:version.stored connection:reset, "
            "at:version.stored mark:half");
}

TEST(CommitPoint, ThatIsNotReachedChangesAndTellsNothing) {
  Rehearsal rehearsal(kHalfWay);
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_EQ(outcome.shape.delay, 0s);
  EXPECT_FALSE(rehearsal.board.is_marked("half"));
  EXPECT_EQ(told(outcome), "");
}

TEST(CommitPoint, WithoutAnAnswerLeavesTheEnginesError) {
  Rehearsal rehearsal("- {id: a, phase: at:secret.created, then: {truncate: {bytes: 1}}}");
  rehearsal.reaches = aws::CommitPoint::secret_created;
  const auto outcome = rehearsal.arrive("CreateSecret");
  EXPECT_EQ(outcome.reply->status, 500);
  EXPECT_EQ(outcome.shape.wire.body_bytes, 1u);
  EXPECT_EQ(told(outcome), "at:secret.created truncate:1");
  Rehearsal missed("- {id: a, phase: at:secret.created, then: {truncate: {bytes: 1}}}");
  EXPECT_FALSE(missed.arrive("CreateSecret").shape.wire.body_bytes);
}

}  // namespace
}  // namespace stunt::scenarios
