// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using test::Rehearsal;

std::string rule(const std::string& id, const std::string& when) {
  return "- {id: " + id + ", when: " + when + ", then: {error: ThrottlingException}}\n";
}

std::string fired(const std::string& rules, int calls, std::uint64_t seed = 0) {
  return Rehearsal(rules, seed).errors(calls);
}

TEST(Probability, ZeroIsNeverAndOneIsAlways) {
  EXPECT_EQ(fired(rule("a", "{probability: 0}"), 50), std::string(50, '.'));
  EXPECT_EQ(fired(rule("a", "{probability: 1}"), 50), std::string(50, 'T'));
}

TEST(Probability, IsMetInTheLongRun) {
  const auto letters = fired(rule("a", "{probability: 0.3}"), 10'000);
  // Four standard deviations are 183.
  EXPECT_NEAR(static_cast<double>(std::count(letters.begin(), letters.end(), 'T')), 3000, 183);
}

TEST(Probability, IsDecidedByTheSeed) {
  const auto rules = rule("a", "{probability: 0.5}");
  EXPECT_EQ(fired(rules, 64, 7), fired(rules, 64, 7));
  EXPECT_NE(fired(rules, 64, 7), fired(rules, 64, 8));
}

TEST(Probability, IsDecidedForEachRuleByItself) {
  EXPECT_NE(fired(rule("a", "{probability: 0.5}"), 64), fired(rule("b", "{probability: 0.5}"), 64));
}

TEST(Probability, DoesNotDependOnOtherCallsOrRules) {
  const auto rules = rule("a", "{operation: GetSecretValue, probability: 0.5}");
  const auto alone = fired(rules, 32);
  Rehearsal busy(rule("b", "{operation: DeleteSecret, probability: 0.5}") + rules);
  std::string letters;
  for (int i = 0; i < 32; ++i) {
    busy.errors(i % 3, "DeleteSecret");
    busy.errors(i % 2, "GetSecretValue", "another");
    letters += busy.errors(1);
  }
  EXPECT_EQ(letters, alone);
}

TEST(Probability, IsAskedOnlyOfTheArrivalsThatNthLetsThrough) {
  const auto all = fired(rule("a", "{probability: 0.5}"), 12);
  auto third = fired(rule("a", "{probability: 0.5, nth: {every: 3}}"), 12);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(third[i], (i + 1) % 3 == 0 ? all[i] : '.') << i;
  }
}

TEST(Probability, DoesNotUseUpTimesWhenItFails) {
  const auto all = fired(rule("a", "{probability: 0.5}"), 32);
  const auto two = fired(
      "- {id: a, times: 2, when: {probability: 0.5}, then: {error: "
      "ThrottlingException}}",
      32);
  const auto second = all.find('T', all.find('T') + 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_EQ(two.substr(0, second + 1), all.substr(0, second + 1));
  EXPECT_EQ(two.substr(second + 1), std::string(31 - second, '.'));
}

TEST(Probability, IsToldWithTheNumberThatDecided) {
  Rehearsal rehearsal(rule("a", "{probability: 0.5}"));
  for (int i = 1; i <= 20; ++i) {
    const auto outcome = rehearsal.arrive("GetSecretValue");
    if (outcome.faults.empty()) continue;
    ASSERT_TRUE(outcome.faults[0].u);
    EXPECT_LT(*outcome.faults[0].u, 0.5);
    EXPECT_EQ(outcome.faults[0].p, 0.5);
    EXPECT_EQ(outcome.faults[0].ordinal, static_cast<std::uint64_t>(i));
  }
}

}  // namespace
}  // namespace stunt::scenarios
