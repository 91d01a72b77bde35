// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "stunt/rule.h"
#include "stunt/server.h"

namespace stunt {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

/// What is wrong with a rule.
std::string problem_of(const Server& server, const Rule& rule) {
  try {
    server.everybody().add(rule);
  } catch (const std::invalid_argument& wrong) {
    return wrong.what();
  }
  return "nothing";
}

TEST(RuleWords, AreThoseOfAScenarioFile) {
  EXPECT_EQ(On(Op("CreateSecret"), Attempt(1)).AfterApply().Reset().Once().json("r"),
            R"({"id":"r","phase":"after","then":{"connection":"reset"},"times":1,)"
            R"("when":{"attempt":1,"operation":"CreateSecret"}})");
  EXPECT_EQ(On(Op("Get*", "List*")).Error("ThrottlingException").RetryAfter(800ms).Nth(2).json("r"),
            R"({"id":"r","then":{"error":{"retryAfter":"800ms","code":"ThrottlingException"}},)"
            R"("when":{"nth":2,"operation":["Get*","List*"]}})");
  EXPECT_EQ(On().Throttle({.rate = 5, .burst = 10}).Window(0s, 2s).json("r"),
            R"({"id":"r","then":{"throttle":{"burst":10,"per":"scope","rate":5.0}},)"
            R"("when":{"window":{"from":"0","to":"2s"}}})");
}

TEST(RuleWords, AllCanBeRead) {
  Server server;
  const auto get = Op("GetSecretValue");
  for (const auto& rule :
       {On(get).Delay(5ms).Probability(0.5), On(get).Latency(R"({"uniform": ["1ms", "2ms"]})"),
        On(get).Stale(1), On(get).Stale(2s), On(get).Truncate(0.5), On(get).Corrupt("bitFlip"),
        On(get).Close(), On(get).Hang().First(3), On(get).Respond(503, R"({"a": 1})").Every(2),
        On(get).Error("InternalServiceError", "no").Priority(3).MayNotFire().Always(),
        On(Op("PutSecretValue")).At("version.stored").Reset().Named("half"),
        On(get).Then(R"({"dribble": {"chunks": 20, "over": "4s"}, "mark": "slow"})"),
        On(get, SecretId("a*"), Header("x-test", "*"), AccessKeyId("AKIA*")).Delay(1ms),
        On(get).When("nth", "[1, 3]").When("nthBy", "\"client\"").Reset(),
        On(HasBody(R"({"SecretId": "a"})")).BeforeApply().Reset()}) {
    EXPECT_EQ(problem_of(server, rule), "nothing") << rule.json("r");
  }
}

TEST(RuleWords, AreToldWhereTheyAreWrong) {
  Server server;
  EXPECT_EQ(problem_of(server, On(Op("GetSecretValu")).Reset()),
            "On(): /when/operation: unknown operation 'GetSecretValu'; did you mean "
            "'GetSecretValue'?");
  EXPECT_THAT(problem_of(server, On(Op("GetSecretValue")).Error("ThrotlingException")),
              HasSubstr("did you mean 'ThrottlingException'"));
  EXPECT_THAT(problem_of(server, On(Op("GetSecretValue"))), HasSubstr("On(): "));
  EXPECT_THAT(problem_of(server, On().Reset().RetryAfter(1s)), HasSubstr("goes with an error"));
  EXPECT_EQ(problem_of(server, On().Reset().Named("mine")), "nothing");
  EXPECT_EQ(problem_of(server, On().Reset().Named("mine")), "On(): there is a rule 'mine' already");
}

TEST(RuleWords, ThatOnlyTheEmulatorKnowsAreRefusedBeforeAnUpstream) {
  Server server({.upstream = "http://127.0.0.1:1"});
  EXPECT_THAT(problem_of(server, On(Op("GetSecretValue")).Stale(1)),
              HasSubstr("On(): rule 'on-1' has 'stale'"));
  EXPECT_THAT(problem_of(server, On(Op("PutSecretValue")).At("version.stored").Reset()),
              HasSubstr("cannot be stopped half way"));
  EXPECT_EQ(problem_of(server, On(Op("GetSecretValue")).Reset()), "nothing");
}

TEST(RuleWords, SaidTwiceAreRefused) {
  EXPECT_THROW(On(Op("GetSecretValue"), Op("ListSecrets")), std::invalid_argument);
  EXPECT_THROW(On().Reset().Close(), std::invalid_argument);
  EXPECT_THROW(On().Then("[]"), std::invalid_argument);
  EXPECT_THROW(On().Do(nullptr), std::invalid_argument);
}

TEST(RuleWords, InstallThemselvesAtTheEndOfTheStatement) {
  Server server;
  server.on(Op("ListSecrets")).Error("InternalServiceError").Once();
  EXPECT_EQ(server.everybody().call("ListSecrets", "{}").error_code(), "InternalServiceError");
  EXPECT_TRUE(server.everybody().call("ListSecrets", "{}").ok());
  EXPECT_THROW(server.on(Op("ListSecret")).Reset(), std::invalid_argument);
  EXPECT_THROW(server.on().Reset().Reset(), std::invalid_argument);
  EXPECT_TRUE(server.everybody().call("ListSecrets", "{}").ok()) << "half a rule was added";
}

}  // namespace
}  // namespace stunt
