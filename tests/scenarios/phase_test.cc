// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using aws::Phase;
using test::Rehearsal;
using test::told;

using Asked = std::vector<std::string>;

TEST(Untouched, IsTheEnginesOwnOutcome) {
  Rehearsal rehearsal("- {id: a, when: {operation: DeleteSecret}, then: {delay: 1s}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.reply->body, R"({"from":"engine"})");
  EXPECT_EQ(outcome.applied, true);
  EXPECT_TRUE(outcome.faults.empty());
  EXPECT_FALSE(outcome.then);
  EXPECT_FALSE(outcome.real);
}

TEST(ErrorBefore, DoesNotAskTheEngine) {
  Rehearsal rehearsal("- {id: a, then: {error: ThrottlingException}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(aws::error_code(*outcome.reply), "ThrottlingException");
  EXPECT_EQ(outcome.applied, false);
  EXPECT_FALSE(outcome.real);
  EXPECT_FALSE(outcome.then);
  EXPECT_EQ(told(outcome), "before error:ThrottlingException");
  EXPECT_EQ(rehearsal.asked, Asked{});
}

TEST(ErrorBefore, HasNothingToApplyWhereNothingIsWritten) {
  Rehearsal rehearsal("- {id: a, then: {error: ThrottlingException}}");
  EXPECT_FALSE(rehearsal.arrive("GetSecretValue").applied.has_value());
  EXPECT_FALSE(rehearsal.arrive("NoSuchOperation").applied.has_value());
}

TEST(ErrorAfter, ReplacesTheAnswerAndKeepsTheWrite) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {error: InternalServiceError}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(aws::error_code(*outcome.reply), "InternalServiceError");
  EXPECT_EQ(outcome.reply->status, 500);
  EXPECT_EQ(outcome.applied, true);
  ASSERT_TRUE(outcome.real);
  EXPECT_EQ(outcome.real->body, R"({"from":"engine"})");
  EXPECT_EQ(told(outcome), "after error:InternalServiceError");
  EXPECT_EQ(rehearsal.asked, Asked{"PutSecretValue"});
}

TEST(DelayBefore, AsksTheEngineWhenItIsDue) {
  Rehearsal rehearsal("- {id: a, then: {delay: 1200ms}}");
  auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_FALSE(outcome.reply);
  EXPECT_FALSE(outcome.applied.has_value());
  EXPECT_EQ(outcome.shape.delay, 1200ms);
  EXPECT_EQ(told(outcome), "before delay:1200000us");
  EXPECT_EQ(rehearsal.asked, Asked{});
  ASSERT_TRUE(outcome.then);

  const auto due = outcome.then();
  EXPECT_EQ(rehearsal.asked, Asked{"PutSecretValue"});
  EXPECT_EQ(due.reply->status, 200);
  EXPECT_EQ(due.applied, true);
  EXPECT_EQ(due.shape.delay, 0us);
  EXPECT_FALSE(due.then);
  EXPECT_EQ(told(due), "");
}

TEST(DelayBefore, OfNothingAsksAtOnce) {
  Rehearsal rehearsal("- {id: a, then: {delay: 0}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_FALSE(outcome.then);
  EXPECT_EQ(told(outcome), "before delay:0us");
}

TEST(DelayAfter, AsksNowAndAnswersLate) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {delay: 30ms}}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_EQ(outcome.applied, true);
  EXPECT_EQ(outcome.shape.delay, 30ms);
  EXPECT_FALSE(outcome.then);
  EXPECT_FALSE(outcome.real);
  EXPECT_EQ(told(outcome), "after delay:30000us");
  EXPECT_EQ(rehearsal.asked, Asked{"PutSecretValue"});
}

TEST(DelayAndErrorBefore, WaitAndNeverAsk) {
  Rehearsal rehearsal("- {id: a, then: [{error: ThrottlingException}, {delay: 2s}]}");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.shape.delay, 2s);
  EXPECT_EQ(aws::error_code(*outcome.reply), "ThrottlingException");
  EXPECT_EQ(outcome.applied, false);
  EXPECT_FALSE(outcome.then);
  EXPECT_EQ(told(outcome), "before delay:2000000us, before error:ThrottlingException");
  EXPECT_EQ(rehearsal.asked, Asked{});
}

TEST(BothPhases, WaitThenApplyThenReplace) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 1s}}\n"
      "- {id: b, phase: after, then: {delay: 2s, error: InternalServiceError}}\n");
  auto waiting = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(waiting.shape.delay, 1s);
  EXPECT_EQ(told(waiting), "before delay:1000000us");

  const auto due = waiting.then();
  EXPECT_EQ(due.shape.delay, 2s);
  EXPECT_EQ(aws::error_code(*due.reply), "InternalServiceError");
  EXPECT_EQ(due.real->status, 200);
  EXPECT_EQ(due.applied, true);
  EXPECT_EQ(told(due), "after delay:2000000us, after error:InternalServiceError");
}

TEST(BothPhases, TellEveryFaultInOrder) {
  Rehearsal rehearsal(
      "- {id: a, phase: after, then: {error: InternalServiceError}}\n"
      "- {id: b, then: {delay: 1s}}\n");
  const auto exchange = rehearsal.deliver("PutSecretValue");
  EXPECT_EQ(told(exchange.outcome), "before delay:1000000us, after error:InternalServiceError");
  EXPECT_EQ(exchange.injected, 1s);
  Rehearsal at_once(
      "- {id: a, phase: after, then: {error: InternalServiceError}}\n"
      "- {id: b, then: {delay: 0}}\n");
  EXPECT_EQ(told(at_once.arrive("PutSecretValue")),
            "before delay:0us, after error:InternalServiceError");
}

TEST(AfterAnEngineThatWaits, FaultsStrikeItsAnswer) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {delay: 1s, error: InternalServiceError}}");
  rehearsal.engine_delay = 5s;
  auto waiting = rehearsal.arrive("PutSecretValue");
  EXPECT_FALSE(waiting.reply);
  EXPECT_EQ(waiting.shape.delay, 5s);
  EXPECT_EQ(told(waiting), "");
  const auto due = waiting.then();
  EXPECT_EQ(due.shape.delay, 1s);
  EXPECT_EQ(aws::error_code(*due.reply), "InternalServiceError");
  EXPECT_EQ(due.real->status, 200);
}

TEST(AfterAnEngineThatHolds, FaultsStrikeItsAnswer) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {delay: 1s, error: InternalServiceError}}");
  rehearsal.engine_holds = true;
  auto held = rehearsal.arrive("PutSecretValue");
  EXPECT_TRUE(held.shape.hold);
  EXPECT_EQ(held.shape.delay, 0us);
  EXPECT_EQ(told(held), "");
  const auto released = held.then();
  EXPECT_FALSE(released.shape.hold);
  EXPECT_EQ(released.shape.delay, 1s);
  EXPECT_EQ(aws::error_code(*released.reply), "InternalServiceError");
  EXPECT_EQ(released.real->status, 200);
  EXPECT_EQ(told(released), "after delay:1000000us, after error:InternalServiceError");
}

TEST(DelayBefore, IsOverBeforeTheEngineHolds) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 2s}}\n"
      "- {id: b, phase: after, then: {delay: 1s}}\n");
  rehearsal.engine_holds = true;
  aws::Exchange exchange;
  exchange.outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_FALSE(exchange.shape().hold);
  EXPECT_EQ(rehearsal.asked, Asked{});
  ASSERT_TRUE(exchange.resume());
  EXPECT_TRUE(exchange.shape().hold);
  EXPECT_EQ(exchange.shape().delay, 0us);
  ASSERT_TRUE(exchange.resume());
  EXPECT_FALSE(exchange.shape().hold);
  EXPECT_EQ(exchange.shape().delay, 1s);
  EXPECT_FALSE(exchange.resume());
  EXPECT_EQ(exchange.injected, 3s) << "a hold is no fault's doing";
  EXPECT_EQ(exchange.reply().status, 200);
}

TEST(Counting, HappensOnArrival) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 1s}}\n"
      "- {id: b, phase: after, when: {nth: 2}, then: {error: InternalServiceError}}\n");
  auto first = rehearsal.arrive("GetSecretValue");
  auto second = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(rehearsal.director.counts()[1].matched, 2u);
  EXPECT_EQ(rehearsal.director.counts()[1].fired, 1u);
  // The second is due first; it is the second all the same.
  EXPECT_EQ(told(second.then()), "after error:InternalServiceError");
  EXPECT_EQ(told(first.then()), "");
  EXPECT_EQ(rehearsal.director.counts()[1].matched, 2u);
}

}  // namespace
}  // namespace stunt::scenarios
