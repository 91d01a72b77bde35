// SPDX-License-Identifier: MIT
#include "stunt/scope.h"

#include <gmock/gmock.h>

#include "stunt/server.h"

namespace stunt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using namespace std::chrono_literals;

constexpr const char* kCreate = R"({"Name": "prod/db", "SecretString": "hunter22"})";
constexpr const char* kRead = R"({"SecretId": "prod/db"})";

class AScope : public testing::Test {
 protected:
  Server server_{{.seed = 7}};
  Scope scope_ = server_.scope({.name = "mine"});
};

TEST_F(AScope, SaysWhereItIs) {
  EXPECT_EQ(scope_.endpoint(), server_.endpoint() + "/s/mine");
  EXPECT_EQ(scope_.seed(), 7u);
  EXPECT_EQ(scope_.access_key_id().size(), 20u);
  EXPECT_THAT(scope_.environment(),
              testing::Contains("AWS_ACCESS_KEY_ID=" + scope_.access_key_id()));
  EXPECT_EQ(scope_.run({"sh", "-c", "test $STUNT_ENDPOINT = " + scope_.endpoint()}), 0);
  EXPECT_EQ(scope_.run({"sh", "-c", "exit 3"}), 3);
  EXPECT_THROW(scope_.run({"/no/such/program"}), std::invalid_argument);
}

TEST_F(AScope, KillsAClientThatHangs) {
  try {
    scope_.run({"sleep", "1000"}, 50ms);
    FAIL() << "nobody waited that long";
  } catch (const std::runtime_error& hung) {
    EXPECT_STREQ(hung.what(), "'sleep' had not ended after 50ms, and was killed");
  }
}

TEST_F(AScope, IsAWorldOfItsOwn) {
  EXPECT_TRUE(scope_.call("CreateSecret", kCreate).ok());
  const auto other = server_.scope({.seed = 8});
  EXPECT_EQ(other.call("GetSecretValue", kRead).error_code(), "ResourceNotFoundException");
  EXPECT_EQ(other.seed(), 8u);
  EXPECT_THAT(other.transcript(), SizeIs(1));
  EXPECT_THROW(server_.scope({.name = "mine"}), std::invalid_argument);
  EXPECT_THROW(server_.scope({.name = "a/b"}), std::invalid_argument);
}

TEST_F(AScope, LeavesWithItsLastCopy) {
  { const auto gone = server_.scope({.name = "short"}); }
  EXPECT_NO_THROW(server_.scope({.name = "short"}));
}

TEST_F(AScope, TellsItsCallsWithoutTheirSecrets) {
  scope_.on(Op("GetSecretValue")).Named("storm").Error("ThrottlingException").Once();
  scope_.call("CreateSecret", kCreate, {{"amz-sdk-request", "attempt=2"}});
  scope_.call("GetSecretValue", kRead);
  const auto calls = scope_.transcript();
  ASSERT_THAT(calls, SizeIs(2));
  EXPECT_EQ(calls[0].secret, "prod/db");
  EXPECT_EQ(calls[0].attempt, 2u);
  EXPECT_EQ(calls[0].outcome, Outcome::ok);
  EXPECT_EQ(calls[0].access_key_id, scope_.access_key_id());
  EXPECT_THAT(calls[0].request, Not(HasSubstr("hunter22")));
  EXPECT_THAT(calls[0].revealed_request(), HasSubstr("hunter22"));
  EXPECT_EQ(calls[1].error_code, "ThrottlingException");
  EXPECT_THAT(calls[1].faults, ElementsAre("storm"));
  EXPECT_THAT(scope_.transcript(Outcome::throttled), SizeIs(1));
  EXPECT_THAT(testing::PrintToString(calls), HasSubstr("throttled"));
  EXPECT_THAT(testing::PrintToString(calls), Not(HasSubstr("hunter22")));
  EXPECT_THROW(scope_.transcript(Op("Nonsense")), std::invalid_argument);
}

TEST_F(AScope, TellsASecretAlikeInEachTranscript) {
  scope_.call("CreateSecret", R"({"Name": "a", "SecretString": "first-value"})");
  scope_.call("CreateSecret", R"({"Name": "b", "SecretString": "second-value"})");
  const auto later = scope_.transcript().at(1).request;
  EXPECT_THAT(later, HasSubstr("{{secret:2}}"));
  EXPECT_EQ(scope_.transcript(SecretId("b")).at(0).request, later);
}

TEST_F(AScope, HasItsCallsStruckLikeThoseOfAnyClient) {
  scope_.on(Op("CreateSecret")).AfterApply().Reset().Once();
  scope_.on(Op("GetSecretValue")).Delay(20ms);
  EXPECT_FALSE(scope_.call("CreateSecret", kCreate).arrived());
  EXPECT_THAT(scope_.call("GetSecretValue", kRead).body, HasSubstr("hunter22"));
  EXPECT_GE(scope_.transcript(Op("GetSecretValue")).at(0).duration, 20ms);
  EXPECT_EQ(scope_.transcript(Outcome::reset).at(0).applied, true);
}

TEST_F(AScope, KnowsRulesThatHaveNotActed) {
  scope_.on(Op("ListSecrets")).Named("never").Reset();
  scope_.on(Op("ListSecrets")).Named("perhaps").Reset().MayNotFire();
  EXPECT_THAT(scope_.unfired_rules(), ElementsAre("never"));
  EXPECT_TRUE(scope_.remove_rule("never"));
  EXPECT_FALSE(scope_.remove_rule("never"));
  EXPECT_THAT(scope_.unfired_rules(), ElementsAre());
}

TEST_F(AScope, TellsWhatTheEngineHas) {
  scope_.call("CreateSecret", kCreate);
  scope_.call("PutSecretValue", R"({"SecretId": "prod/db", "SecretString": "other"})");
  const auto secret = scope_.secret("prod/db");
  EXPECT_TRUE(secret.exists);
  EXPECT_THAT(secret.versions, SizeIs(2));
  EXPECT_EQ(secret.value, "other");
  EXPECT_EQ(testing::PrintToString(secret.value), "(secret)");
  EXPECT_FALSE(scope_.secret("none").exists);
  EXPECT_THAT(scope_.transcript(), SizeIs(2)) << "to look is no call";
}

TEST_F(AScope, LetsARuleAnswerInCpp) {
  scope_.on(Op("GetSecretValue")).Once().Do([](const Request& request) {
    return Answer::Error("ResourceNotFoundException", "not you, " + request.secret);
  });
  EXPECT_THAT(scope_.call("GetSecretValue", kRead).body, HasSubstr("not you, prod/db"));
  EXPECT_THAT(scope_.call("GetSecretValue", kRead).body, Not(HasSubstr("not you")));
}

TEST_F(AScope, SaysThatAHandlerThrew) {
  scope_.on(Op("GetSecretValue")).Do([](const Request&) -> Answer {
    throw std::runtime_error("hunter22");
  });
  const auto answer = scope_.call("GetSecretValue", kRead);
  EXPECT_EQ(answer.error_code(), "InternalFailure");
  EXPECT_THAT(answer.body, HasSubstr("throw std::runtime_error"));
  EXPECT_THAT(answer.body, Not(HasSubstr("hunter22")));
  EXPECT_THAT(scope_.unfired_rules(), ElementsAre()) << "it has acted";
  scope_.answer_with([](const Request&) -> Answer { throw 42; });
  EXPECT_THAT(scope_.call("ListSecrets", "{}").body, HasSubstr("no std::exception"));
}

TEST_F(AScope, LetsSomebodyStandInForTheEngine) {
  scope_.answer_with([](const Request& request) {
    return request.operation == "ListSecrets" ? Answer::Ok(R"({"SecretList": []})")
                                              : Answer::OfTheEngine();
  });
  scope_.on(Op("ListSecrets")).Truncate(0.5).Nth(2);
  EXPECT_EQ(scope_.call("ListSecrets", "{}").body, R"({"SecretList": []})");
  EXPECT_FALSE(scope_.call("ListSecrets", "{}").arrived());
  EXPECT_TRUE(scope_.call("CreateSecret", kCreate).ok());
  scope_.answer_with(nullptr);
  EXPECT_THAT(scope_.call("ListSecrets", "{}").body, HasSubstr("prod/db"));
}

TEST_F(AScope, WaitsForCalls) {
  EXPECT_FALSE(scope_.await(Op("ListSecrets"), 1, 1ms));
  scope_.call("ListSecrets", "{}");
  EXPECT_TRUE(scope_.await(Op("ListSecrets"), 1, 0ms));
}

TEST_F(AScope, HasAClockThatIsMovedIfItWantsOne) {
  try {
    scope_.advance(1s);
    FAIL() << "the machine's clock was moved";
  } catch (const std::logic_error& wrong) {
    EXPECT_THAT(wrong.what(), HasSubstr("UseVirtualClock()"));
  }
  const auto late = server_.scope({.virtual_clock = true});
  late.on(Op("ListSecrets")).Error("InternalServiceError").Window(1h, 2h);
  EXPECT_TRUE(late.call("ListSecrets", "{}").ok());
  late.advance(90min);
  EXPECT_FALSE(late.call("ListSecrets", "{}").ok());
}

TEST_F(AScope, PlaysAScenarioAndJudgesIt) {
  const auto lost = server_.scope({.scenario = "scenarios/library/lost-create.yaml"});
  EXPECT_THAT(lost.verdict(), HasSubstr("inconclusive"));
  EXPECT_THROW(server_.scope({.scenario = "scenarios/library/no-such.yaml"}), std::runtime_error);
  EXPECT_THROW(server_.scope({.scenario = "scenarios/library/endpoint-restarts.yaml"}),
               std::invalid_argument);
}

}  // namespace
}  // namespace stunt
