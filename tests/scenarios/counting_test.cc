// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"
#include "scenarios/arrival_counts.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::CallBuilder;
using test::Rehearsal;

std::string rule(const std::string& when, const std::string& more = "") {
  return "- {id: a, when: " + when + more + ", then: {error: ThrottlingException}}\n";
}

CallBuilder get(const std::string& secret = "prod/db") {
  return CallBuilder(test::secrets_manager(), "GetSecretValue", {{"SecretId", secret}});
}

TEST(NthBySecret, CountsEachSecretByItself) {
  Rehearsal rehearsal(rule("{nth: 2, nthBy: secret}"));
  EXPECT_EQ(rehearsal.errors(1, "GetSecretValue", "a"), ".");
  EXPECT_EQ(rehearsal.errors(1, "GetSecretValue", "b"), ".");
  EXPECT_EQ(rehearsal.errors(1, "DescribeSecret", "a"), "T") << "whatever the operation";
  EXPECT_EQ(rehearsal.errors(2, "GetSecretValue", "b"), "T.");
}

TEST(NthBySecret, CountsOnlyWhatTheRuleMatches) {
  Rehearsal rehearsal(rule("{operation: GetSecretValue, nth: 2, nthBy: secret}"));
  EXPECT_EQ(rehearsal.errors(3, "DescribeSecret", "a"), "...");
  EXPECT_EQ(rehearsal.errors(2, "GetSecretValue", "a"), ".T");
}

TEST(NthByOperation, CountsEachOperationByItself) {
  Rehearsal rehearsal(rule("{nth: 2, nthBy: operation}"));
  EXPECT_EQ(rehearsal.errors(1, "GetSecretValue", "a"), ".");
  EXPECT_EQ(rehearsal.errors(1, "DescribeSecret", "a"), ".");
  EXPECT_EQ(rehearsal.errors(1, "GetSecretValue", "b"), "T");
  EXPECT_EQ(rehearsal.errors(1, "DescribeSecret", "b"), "T");
}

TEST(NthByClient, CountsEachAccessKeyByItself) {
  Rehearsal rehearsal(rule("{nth: 2, nthBy: client}"));
  EXPECT_EQ(rehearsal.error(get().signed_by("AKIA1")), '.');
  EXPECT_EQ(rehearsal.error(get().signed_by("AKIA2")), '.');
  EXPECT_EQ(rehearsal.error(get().signed_by("AKIA1")), 'T');
  EXPECT_EQ(rehearsal.error(get().signed_by("AKIA2")), 'T');
}

TEST(NthByInvocation, CountsTheAttemptsOfOneCall) {
  Rehearsal rehearsal(rule("{nth: {first: 2}, nthBy: invocation}"));
  const auto invoke = [&](const char* id) {
    return rehearsal.error(get().header("amz-sdk-invocation-id", id));
  };
  EXPECT_EQ(invoke("one"), 'T');
  EXPECT_EQ(invoke("two"), 'T');
  EXPECT_EQ(invoke("one"), 'T');
  EXPECT_EQ(invoke("one"), '.');
  EXPECT_EQ(invoke("two"), 'T');
}

TEST(NthByInvocation, TakesACallWithoutIdForOneOfItsOwn) {
  EXPECT_EQ(Rehearsal(rule("{nth: 1, nthBy: invocation}")).errors(3), "TTT");
  EXPECT_EQ(Rehearsal(rule("{nth: 2, nthBy: invocation}")).errors(3), "...");
}

TEST(ArrivalCounts, ForgetsWhatWasNotAskedForTheLongest) {
  ArrivalCounts counts(2);
  const auto count = [&](const char* secret) {
    return counts.count(0, NthBy::secret, get(secret).call());
  };
  EXPECT_EQ(count("a"), 1u);
  EXPECT_EQ(count("b"), 1u);
  EXPECT_EQ(count("a"), 2u);
  EXPECT_EQ(count("c"), 1u);
  EXPECT_EQ(count("a"), 3u);
  EXPECT_EQ(count("b"), 1u) << "forgotten";
}

TEST(ArrivalCounts, KeepsRulesApart) {
  ArrivalCounts counts;
  EXPECT_EQ(counts.count(0, NthBy::secret, get().call()), 1u);
  EXPECT_EQ(counts.count(1, NthBy::secret, get().call()), 1u);
  EXPECT_EQ(counts.count(0, NthBy::secret, get().call()), 2u);
}

TEST(Window, IsOpenFromItsFirstMomentToBeforeItsLast) {
  Rehearsal rehearsal(rule("{window: {from: 10s, to: 20s}}"));
  EXPECT_EQ(rehearsal.errors(1), ".");
  rehearsal.clock.advance(10s - 1us);
  EXPECT_EQ(rehearsal.errors(1), ".");
  rehearsal.clock.advance(1us);
  EXPECT_EQ(rehearsal.errors(1), "T");
  rehearsal.clock.advance(10s - 1us);
  EXPECT_EQ(rehearsal.errors(1), "T");
  rehearsal.clock.advance(1us);
  EXPECT_EQ(rehearsal.errors(1), ".");
}

TEST(Window, HasNoBoundThatIsNotGiven) {
  Rehearsal from(rule("{window: {from: 1s}}")), to(rule("{window: {to: 1s}}"));
  EXPECT_EQ(from.errors(1) + to.errors(1), ".T");
  from.clock.advance(std::chrono::hours(24));
  to.clock.advance(std::chrono::hours(24));
  EXPECT_EQ(from.errors(1) + to.errors(1), "T.");
}

TEST(Window, LetsNthCountOutsideOfIt) {
  Rehearsal rehearsal(rule("{nth: 2, window: {from: 1s}}"));
  EXPECT_EQ(rehearsal.errors(1), ".");
  rehearsal.clock.advance(1s);
  EXPECT_EQ(rehearsal.errors(2), "T.");
}

TEST(Window, CountsFromTheStartThatIsGiven) {
  test::ManualClock clock;
  Board board;
  Director director(test::rules_of(rule("{window: {to: 1s}}")), test::secrets_manager(),
                    world::Random(0), clock, board, clock.now() - 1s);
  const auto handler = director.inject()([](const aws::Call&) { return aws::Outcome(); });
  EXPECT_FALSE(handler(get().call()).reply);
}

TEST(MaxActive, LimitsTheExchangesThatAreNotOver) {
  Rehearsal rehearsal(rule("{}", ", maxActive: 2"));
  EXPECT_EQ(rehearsal.errors(3), "TT.");
  rehearsal.end(2);
  EXPECT_EQ(rehearsal.errors(1), ".") << "that one was not under the fault";
  rehearsal.end(0);
  rehearsal.end(0);
  EXPECT_EQ(rehearsal.errors(2), "T.") << "an exchange ends once";
}

TEST(Enable, LetsARuleMatchOrNot) {
  Rehearsal rehearsal("- {id: a, enabled: false, then: {error: ThrottlingException}}");
  EXPECT_EQ(rehearsal.errors(1), ".");
  EXPECT_TRUE(rehearsal.director.enable("a", true));
  EXPECT_TRUE(rehearsal.director.counts()[0].enabled);
  EXPECT_EQ(rehearsal.errors(2), "TT");
  EXPECT_TRUE(rehearsal.director.enable("a", false));
  EXPECT_EQ(rehearsal.errors(1), ".");
  EXPECT_EQ(rehearsal.director.counts()[0].matched, 2u);
  EXPECT_FALSE(rehearsal.director.enable("b", true));
}

TEST(MustFire, IsSoUnlessChanceOrTheFileHasItOtherwise) {
  Rehearsal rehearsal(
      "- {id: a, then: {delay: 0}}\n"
      "- {id: b, when: {probability: 0.9}, then: {delay: 0}}\n"
      "- {id: c, when: {probability: 1}, then: {delay: 0}}\n"
      "- {id: d, enabled: false, then: {delay: 0}}\n"
      "- {id: e, mustFire: false, then: {delay: 0}}\n"
      "- {id: f, mustFire: true, when: {probability: 0.9}, then: {delay: 0}}\n");
  std::string must;
  for (const auto& count : rehearsal.director.counts()) must += count.must_fire ? count.rule : ".";
  EXPECT_EQ(must, "a.c..f");
}

TEST(Struck, CountsWhatActed) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {error: InternalServiceError}}");
  rehearsal.engine_delay = 1s;
  const auto waiting = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(rehearsal.director.counts()[0].fired, 1u);
  EXPECT_EQ(rehearsal.director.counts()[0].struck, 0u);
  waiting.then();
  EXPECT_EQ(rehearsal.director.counts()[0].struck, 1u);
}

/// A fault that is not interested in every other call.
class Fickle : public Fault {
 public:
  Role role() const override { return Role::note; }
  bool wants(const Occasion&) const override { return ++asked_ % 2 == 0; }
  Trace strike(aws::Outcome&, const Occasion&) const override { return {"fickle"}; }
  aws::Json to_json() const override { return true; }

 private:
  mutable int asked_ = 0;
};

TEST(Wants, DecidesLastOfAll) {
  auto rules = test::rules_of("- {id: a, times: 2, when: {nth: {from: 2}}, then: {delay: 0}}");
  rules[0].then.push_back({"fickle", std::make_shared<Fickle>()});
  Rehearsal rehearsal(std::move(rules));
  std::string fired;
  for (int i = 0; i < 7; ++i) {
    fired += rehearsal.arrive("GetSecretValue").faults.empty() ? '.' : 'x';
  }
  EXPECT_EQ(fired, "..x.x..") << "a fault that declines uses up no times";
}

}  // namespace
}  // namespace stunt::scenarios
