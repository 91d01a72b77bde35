// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using test::Rehearsal;
using testing::ElementsAre;
using testing::IsEmpty;

Rule rule(const std::string& id, const std::string& error, const std::string& more = "") {
  return test::rules_of("- {id: " + id + ", when: {operation: GetSecretValue}, then: {error: " +
                        error + "}" + more + "}\n")
      .front();
}

std::vector<std::string> ids(const Director& director) {
  std::vector<std::string> ids;
  for (const auto& rule : director.rules()) ids.push_back(rule.id);
  return ids;
}

TEST(ChangingRules, AreMetByTheNextCall) {
  Rehearsal rehearsal(std::vector<Rule>{});
  EXPECT_EQ(rehearsal.errors(1), ".");
  EXPECT_TRUE(rehearsal.director.add(rule("a", "ThrottlingException")));
  EXPECT_EQ(rehearsal.errors(2), "TT");
  EXPECT_TRUE(rehearsal.director.remove("a"));
  EXPECT_EQ(rehearsal.errors(1), ".");
}

TEST(ChangingRules, AnIdIsTakenOnce) {
  Rehearsal rehearsal(std::vector<Rule>{});
  EXPECT_FALSE(rehearsal.director.replace(rule("a", "ThrottlingException")));
  EXPECT_FALSE(rehearsal.director.remove("a"));
  EXPECT_TRUE(rehearsal.director.add(rule("a", "ThrottlingException")));
  EXPECT_FALSE(rehearsal.director.add(rule("a", "InternalServiceError")));
  EXPECT_EQ(rehearsal.errors(1), "T");
}

TEST(ChangingRules, ReplacingKeepsThePlaceAndCountsAnew) {
  Rehearsal rehearsal(std::vector<Rule>{});
  rehearsal.director.add(rule("a", "ThrottlingException"));
  rehearsal.director.add(rule("b", "ServiceUnavailable"));
  rehearsal.errors(3);
  EXPECT_TRUE(rehearsal.director.replace(rule("a", "InternalServiceError")));
  EXPECT_EQ(rehearsal.errors(1), "I") << "still before b";
  EXPECT_THAT(ids(rehearsal.director), ElementsAre("a", "b"));
  EXPECT_EQ(rehearsal.director.counts().at(0).matched, 1u);
  EXPECT_EQ(rehearsal.director.counts().at(1).matched, 4u);
}

TEST(ChangingRules, AReplacedRuleCountsItsNthAnew) {
  const auto second = [] {
    return test::rules_of(
               "- {id: a, when: {nth: 2, nthBy: secret}, then: {error: ThrottlingException}}\n")
        .front();
  };
  Rehearsal rehearsal({second()});
  EXPECT_EQ(rehearsal.errors(3), ".T.");
  rehearsal.director.replace(second());
  EXPECT_EQ(rehearsal.errors(3), ".T.");
}

TEST(ChangingRules, ACallKeepsTheRulesThatItHasMet) {
  Rehearsal rehearsal({rule("a", "ThrottlingException", ", phase: after")});
  rehearsal.engine_delay = std::chrono::seconds(1);
  aws::Exchange exchange;
  exchange.outcome = rehearsal.arrive("GetSecretValue");
  rehearsal.director.remove("a");
  EXPECT_THAT(ids(rehearsal.director), IsEmpty());
  while (exchange.resume()) {
  }
  EXPECT_EQ(aws::error_code(exchange.reply()), "ThrottlingException");
}

TEST(ChangingRules, ARemovedRuleForgetsWhomItWasUpon) {
  Rehearsal rehearsal({rule("a", "ThrottlingException", ", maxActive: 1")});
  EXPECT_EQ(rehearsal.errors(2), "T.");
  rehearsal.director.replace(rule("a", "ThrottlingException", ", maxActive: 1"));
  EXPECT_EQ(rehearsal.errors(1), "T");
  rehearsal.end(0);
  EXPECT_EQ(rehearsal.errors(1), ".") << "the end of another rule's call frees nothing";
}

TEST(ChangingRules, AreTakenBackToTheFirst) {
  const auto first = std::vector{rule("a", "ThrottlingException", ", times: 1")};
  Rehearsal rehearsal(first);
  EXPECT_EQ(rehearsal.errors(2), "T.");
  rehearsal.director.add(rule("b", "ServiceUnavailable"));
  rehearsal.director.reset(first);
  EXPECT_THAT(ids(rehearsal.director), ElementsAre("a"));
  EXPECT_EQ(rehearsal.errors(2), "T.");
}

TEST(ChangingRules, ComeTogetherOrNotAtAll) {
  Rehearsal rehearsal({rule("b", "ServiceUnavailable")});
  const std::vector more = {rule("a", "ThrottlingException"), rule("b", "ThrottlingException")};
  EXPECT_EQ(rehearsal.director.add_all(more), &more[1]);
  EXPECT_THAT(ids(rehearsal.director), ElementsAre("b"));
  EXPECT_EQ(rehearsal.director.add_all({rule("c", "ThrottlingException"), more[0]}), nullptr);
  EXPECT_THAT(ids(rehearsal.director), ElementsAre("b", "c", "a"));
  rehearsal.director.remove_all({more[0], rule("d", "ThrottlingException"), more[1]});
  EXPECT_THAT(ids(rehearsal.director), ElementsAre("c"));
}

TEST(ChangingRules, AreShownAsTheyAreNow) {
  Rehearsal rehearsal({rule("a", "ThrottlingException")});
  rehearsal.director.enable("a", false);
  EXPECT_FALSE(rehearsal.director.rules().at(0).enabled);
}

}  // namespace
}  // namespace stunt::scenarios
