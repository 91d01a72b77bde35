// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;

/// "a b" if the faults of these rules struck, in this order.
std::string struck(const aws::Exchange& exchange) {
  std::string rules;
  for (const auto& fault : exchange.outcome.faults) {
    rules += (rules.empty() ? "" : " ") + fault.rule;
  }
  return rules;
}

TEST(Precedence, IsTheOrderOfTheFile) {
  Rehearsal rehearsal(
      "- {id: a, then: {error: ThrottlingException}}\n"
      "- {id: b, then: {error: InternalServiceError}}\n");
  EXPECT_EQ(rehearsal.errors(1), "T");
}

TEST(Precedence, IsThePriorityFirst) {
  Rehearsal rehearsal(
      "- {id: a, then: {error: ThrottlingException}}\n"
      "- {id: b, priority: 1, then: {error: InternalServiceError}}\n"
      "- {id: c, priority: -1, then: {error: ServiceUnavailable}}\n");
  EXPECT_EQ(rehearsal.errors(1), "I");
}

TEST(Precedence, BelongsToTheFirstThatFires) {
  Rehearsal rehearsal(
      "- {id: a, times: 1, then: {error: ThrottlingException}}\n"
      "- {id: b, times: 1, then: {error: InternalServiceError}}\n");
  EXPECT_EQ(rehearsal.errors(3), "TI.");
}

TEST(Precedence, LeavesTheOtherRulesUnspent) {
  Rehearsal rehearsal(
      "- {id: a, times: 2, then: {error: ThrottlingException}}\n"
      "- {id: b, times: 1, then: {error: InternalServiceError, delay: 1s}}\n");
  EXPECT_EQ(struck(rehearsal.deliver("GetSecretValue")), "a");
  EXPECT_EQ(struck(rehearsal.deliver("GetSecretValue")), "a");
  EXPECT_EQ(struck(rehearsal.deliver("GetSecretValue")), "b b");
  EXPECT_EQ(struck(rehearsal.deliver("GetSecretValue")), "");
}

TEST(Precedence, LetsDelaysAddUp) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 1s}}\n"
      "- {id: b, then: {error: ThrottlingException, delay: 2s}}\n"
      "- {id: c, then: {error: InternalServiceError, delay: 4s}}\n"
      "- {id: d, then: {delay: 8s}}\n"
      "- {id: e, phase: after, then: {delay: 16s}}\n");
  const auto exchange = rehearsal.deliver("GetSecretValue");
  EXPECT_EQ(struck(exchange), "a b b d");
  EXPECT_EQ(exchange.injected, 11s);
}

TEST(Precedence, IsDecidedForEachPhase) {
  Rehearsal rehearsal(
      "- {id: a, priority: 9, phase: after, then: {error: ThrottlingException}}\n"
      "- {id: b, phase: after, then: {error: InternalServiceError}}\n"
      "- {id: c, phase: before, times: 1, then: {error: ServiceUnavailable}}\n");
  EXPECT_EQ(rehearsal.errors(2), "ST");
}

TEST(Precedence, OfAnErrorBeforeLeavesNoAfterwards) {
  Rehearsal rehearsal(
      "- {id: a, phase: after, times: 1, then: {delay: 1s}}\n"
      "- {id: b, phase: before, times: 1, then: {error: ThrottlingException}}\n");
  const auto first = rehearsal.deliver("GetSecretValue");
  EXPECT_EQ(struck(first), "b");
  EXPECT_EQ(first.injected, 0s);
  const auto second = rehearsal.deliver("GetSecretValue");
  EXPECT_EQ(struck(second), "a");
  EXPECT_EQ(second.injected, 1s);
}

TEST(Counts, TellMatchedAndFired) {
  Rehearsal rehearsal(
      "- {id: a, when: {operation: GetSecretValue, nth: [1, 3]}, then: {delay: 0}}\n"
      "- {id: b, priority: 5, when: {secretId: dev/*}, then: {delay: 0}}\n"
      "- {id: c, when: {operation: DeleteSecret}, times: 1, then: {delay: 0}}\n");
  rehearsal.errors(3);
  rehearsal.errors(2, "DeleteSecret", "dev/db");
  const auto counts = rehearsal.director.counts();
  ASSERT_EQ(counts.size(), 3u);
  EXPECT_EQ(counts[0].rule, "a");
  EXPECT_EQ(counts[0].matched, 3u);
  EXPECT_EQ(counts[0].fired, 2u);
  EXPECT_EQ(counts[1].rule, "b");
  EXPECT_EQ(counts[1].matched, 2u);
  EXPECT_EQ(counts[1].fired, 2u);
  EXPECT_EQ(counts[2].rule, "c");
  EXPECT_EQ(counts[2].matched, 2u);
  EXPECT_EQ(counts[2].fired, 1u);
}

TEST(Director, WithoutRulesChangesNothing) {
  Rehearsal rehearsal("  []");
  EXPECT_EQ(rehearsal.errors(3), "...");
  EXPECT_TRUE(rehearsal.director.counts().empty());
}

TEST(Precedence, IsTheSameHoweverARuleNamesItsSecret) {
  Rehearsal rehearsal(
      "- {id: a, when: {secretId: prod/*}, then: {delay: 0}}\n"
      "- {id: b, when: {secretId: prod/db}, then: {delay: 0}}\n"
      "- {id: c, then: {delay: 0}}\n"
      "- {id: d, when: {secretId: {equals: prod/db}}, then: {delay: 0}}\n"
      "- {id: e, when: {secretId: {regex: prod/..}}, then: {delay: 0}}\n"
      "- {id: f, priority: 1, when: {secretId: prod/db}, then: {delay: 0}}\n"
      "- {id: g, when: {secretId: dev/db}, then: {delay: 0}}\n");
  EXPECT_EQ(struck(rehearsal.deliver("GetSecretValue")), "f a b c d e");
  EXPECT_EQ(struck(rehearsal.deliver("GetSecretValue", "dev/db")), "c g");
}

/// How often each rule fired, one digit each.
std::string fired(const Rehearsal& rehearsal) {
  std::string digits;
  for (const auto& count : rehearsal.director.counts()) digits += std::to_string(count.fired);
  return digits;
}

TEST(CommitPoints, GoToTheFirstRuleThatFires) {
  Rehearsal rehearsal(
      "- {id: a, phase: at:version.stored, when: {nth: 2}, then: {error: InternalServiceError}}\n"
      "- {id: b, phase: at:secret.created, then: {error: InternalServiceError}}\n"
      "- {id: c, phase: at:stage.moved, priority: -1, then: {error: InternalServiceError}}\n");
  rehearsal.deliver("PutSecretValue");
  EXPECT_EQ(fired(rehearsal), "010");
  rehearsal.deliver("PutSecretValue");
  EXPECT_EQ(fired(rehearsal), "110");
}

TEST(CommitPoints, AreReachedOnlyIfTheEngineIsAsked) {
  Rehearsal rehearsal(
      "- {id: a, phase: at:version.stored, then: {error: InternalServiceError}}\n"
      "- {id: b, times: 1, then: {error: ThrottlingException}}\n");
  rehearsal.deliver("PutSecretValue");
  EXPECT_EQ(fired(rehearsal), "01");
  rehearsal.deliver("PutSecretValue");
  EXPECT_EQ(fired(rehearsal), "11");
}

TEST(CommitPoints, LeaveTheOtherPhasesAlone) {
  Rehearsal rehearsal(
      "- {id: a, phase: at:version.stored, then: {error: InternalServiceError}}\n"
      "- {id: b, then: {delay: 0}}\n"
      "- {id: c, phase: after, then: {error: ThrottlingException}}\n");
  rehearsal.deliver("PutSecretValue");
  EXPECT_EQ(fired(rehearsal), "111");
}

}  // namespace
}  // namespace stunt::scenarios
