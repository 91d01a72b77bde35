// SPDX-License-Identifier: MIT
#include "fake_rotator.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using Step = emulator::RotationStep;

class RotateSecret : public Rotating {
 protected:
  RotateSecret() {
    service.call("CreateSecret",
                 {{"Name", "a"}, {"SecretString", "one"}, {"ClientRequestToken", token(1)}});
  }

  std::string refused(const Json& rules) { return rotate_by(2, rules).error(); }
};

constexpr std::string_view kCannotInvoke =
    "400 AccessDeniedException: Secrets Manager cannot invoke the specified Lambda function. "
    "Ensure "
    "that the function policy grants access to the principal secretsmanager.amazonaws.com.";
constexpr std::string_view kNoFunction =
    "400 InvalidRequestException: No Lambda rotation function ARN is associated with this secret.";
constexpr std::string_view kIncomplete =
    "400 InvalidRequestException: A previous rotation isn't complete. That rotation will be "
    "reattempted.";

TEST_F(RotateSecret, AnswersWithTheTokenAsTheVersionsId) {
  const auto heard = rotate(2);
  EXPECT_EQ(heard.body.dump(),
            Json({{"ARN", described("ARN")}, {"Name", "a"}, {"VersionId", token(2)}}).dump());
  EXPECT_EQ(heard.applied, true);
}

TEST_F(RotateSecret, OrdersAllFourSteps) {
  rotate(2);
  ASSERT_EQ(rotator.orders.size(), 1u);
  const auto& order = rotator.orders[0];
  EXPECT_EQ(order.place.account, "000000000000");
  EXPECT_EQ(order.place.region, "us-east-1");
  EXPECT_EQ(order.secret_arn, described("ARN"));
  EXPECT_EQ(order.function_arn, kFunction);
  EXPECT_EQ(order.token, token(2));
  EXPECT_EQ(order.rotation_token.size(), 36u);
  EXPECT_EQ(order.steps, (std::vector{Step::create_secret, Step::set_secret, Step::test_secret,
                                      Step::finish_secret}));
}

TEST_F(RotateSecret, NamesTheStepsAsFunctionsKnowThem) {
  EXPECT_EQ(emulator::to_string(Step::create_secret), "createSecret");
  EXPECT_EQ(emulator::to_string(Step::set_secret), "setSecret");
  EXPECT_EQ(emulator::to_string(Step::test_secret), "testSecret");
  EXPECT_EQ(emulator::to_string(Step::finish_secret), "finishSecret");
}

TEST_F(RotateSecret, HasEverythingStoredBeforeTheFunctionIsCalled) {
  rotator.meanwhile = [&] {
    EXPECT_EQ(described("RotationEnabled"), true);
    EXPECT_EQ(service.stages("a")[token(2)], Json::array({"AWSPENDING"}));
  };
  EXPECT_EQ(rotate(2).error(), "ok");
}

TEST_F(RotateSecret, MakesAVersionWithoutAValue) {
  rotate(2);
  EXPECT_EQ(service.get("a")["SecretString"], "one");
  const auto by_stage = Json{{"SecretId", "a"}, {"VersionStage", "AWSPENDING"}};
  EXPECT_EQ(service.call("GetSecretValue", by_stage).error(),
            "400 ResourceNotFoundException: Secrets Manager can't find the specified secret value "
            "for staging label: AWSPENDING");
  Json by_id = {{"SecretId", "a"}, {"VersionId", token(2)}};
  const auto no_version =
      "400 ResourceNotFoundException: Secrets Manager can't find the specified secret value for "
      "VersionId: " +
      token(2);
  EXPECT_EQ(service.call("GetSecretValue", by_id).error(), no_version);
  by_id["VersionStage"] = "AWSPENDING";
  EXPECT_EQ(service.call("GetSecretValue", by_id).error(), no_version);
}

TEST_F(RotateSecret, LetsTheFunctionFillTheVersion) {
  rotate(2);
  EXPECT_EQ(put_pending(rotator.orders[0], "two")["VersionStages"], Json::array({"AWSPENDING"}));
  EXPECT_EQ(service.get("a")["SecretString"], "one");
  EXPECT_EQ(put_pending(rotator.orders[0], "three").error().substr(0, 30),
            "400 ResourceExistsException: Y");
}

TEST_F(RotateSecret, TellsTheRotationAsItWasSet) {
  rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  EXPECT_EQ(described("RotationEnabled"), true);
  EXPECT_EQ(described("RotationLambdaARN"), kFunction);
  EXPECT_EQ(described("RotationRules").dump(), R"({"AutomaticallyAfterDays":1})");
  EXPECT_EQ(described("LastRotatedDate"), Json());
  const auto listed = service.call("ListSecrets", Json::object())["SecretList"][0];
  EXPECT_EQ(listed["RotationRules"], described("RotationRules"));
}

TEST_F(RotateSecret, NeedsATokenFromASignedCallOnly) {
  const auto signed_call = [&](const char* id) {
    return service
        .call_as("AKIAIOSFODNN7EXAMPLE", "us-east-1", "RotateSecret",
                 {{"SecretId", id}, {"RotationLambdaARN", kFunction}})
        .error();
  };
  const auto no_token =
      "400 InvalidParameterException: You must provide a ClientRequestToken value. We recommend a "
      "UUID-type value.";
  EXPECT_EQ(signed_call("a"), no_token);
  EXPECT_EQ(signed_call("nobody"), no_token);
  const auto made_up =
      service.call("RotateSecret", {{"SecretId", "a"}, {"RotationLambdaARN", kFunction}});
  EXPECT_EQ(made_up["VersionId"].get<std::string>().size(), 36u);
}

TEST_F(RotateSecret, RefusesWhatIsNotThereOrMarkedForDeletion) {
  EXPECT_EQ(rotate(2, {{"SecretId", "nobody"}}).error(), kNotFound);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(rotate(2).error(), kMarked);
}

TEST_F(RotateSecret, NeedsAFunction) {
  EXPECT_EQ(service.call("RotateSecret", {{"SecretId", "a"}}).error(), kNoFunction);
  EXPECT_EQ(rotate(2, {{"RotationLambdaARN", ""}}).error(), kNoFunction);
  EXPECT_EQ(described("RotationEnabled"), Json());
  EXPECT_EQ(rotator.orders.size(), 0u);
}

TEST_F(RotateSecret, NeedsNoFunctionForASecretOfAnotherCompany) {
  const auto metadata = Json::array({{{"Key", "k"}, {"Value", "v"}}});
  const auto role = "arn:aws:iam::000000000000:role/r";
  EXPECT_EQ(service
                .call("RotateSecret", {{"SecretId", "a"},
                                       {"ExternalSecretRotationMetadata", metadata},
                                       {"ExternalSecretRotationRoleArn", role}})
                .error(),
            "ok");
  EXPECT_EQ(described("ExternalSecretRotationMetadata"), metadata);
  EXPECT_EQ(described("ExternalSecretRotationRoleArn"), role);
  EXPECT_EQ(rotator.orders[0].function_arn, "");
}

TEST_F(RotateSecret, StoresNothingIfTheFunctionCannotBeInvoked) {
  rotator.accepts = false;
  const auto before = service.describe("a").body;
  service.clock.advance(1s);
  const auto heard = rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  EXPECT_EQ(heard.error(), kCannotInvoke);
  EXPECT_EQ(heard.applied, false);
  EXPECT_EQ(service.describe("a").body.dump(), before.dump());
  EXPECT_EQ(next(), "never");
}

TEST_F(RotateSecret, KeepsTheRotationThatWasThereIfTheNewOneIsRefused) {
  rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  finish(rotator.orders[0]);
  const auto before = service.describe("a").body;
  rotator.accepts = false;
  service.clock.advance(1s);
  EXPECT_EQ(rotate_by(3, {{"AutomaticallyAfterDays", 5}}).error(), kCannotInvoke);
  EXPECT_EQ(service.describe("a").body.dump(), before.dump());
  EXPECT_EQ(next(), "2026-01-02T00:00:00.000Z");
}

TEST_F(RotateSecret, TakesBackNoMoreThanItDid) {
  rotator.accepts = false;
  rotator.meanwhile = [&] {
    service.call("UpdateSecret", {{"SecretId", "a"}, {"Description", "d"}});
  };
  rotate(2);
  EXPECT_EQ(described("Description"), "d");
  EXPECT_EQ(described("RotationEnabled"), Json());
}

TEST_F(RotateSecret, GivesAwspendingBackToWhoHadItIfItIsRefused) {
  service.call("PutSecretValue", {{"SecretId", "a"},
                                  {"SecretString", "two"},
                                  {"VersionStages", {"AWSCURRENT", "AWSPENDING"}}});
  const auto before = service.stages("a");
  rotator.accepts = false;
  EXPECT_EQ(rotate(2).error(), kCannotInvoke);
  EXPECT_EQ(service.stages("a"), before);
}

TEST_F(RotateSecret, SurvivesThatTheSecretGoesWhileItWaits) {
  for (const bool accepts : {true, false}) {
    service.create("b");
    rotator.accepts = accepts;
    rotator.meanwhile = [&] {
      service.call("DeleteSecret", {{"SecretId", "b"}, {"ForceDeleteWithoutRecovery", true}});
    };
    EXPECT_EQ(rotate(2, {{"SecretId", "b"}}).error(), accepts ? "ok" : kCannotInvoke);
    end(rotator.orders.back(), End::finished);
  }
}

TEST_F(RotateSecret, CannotInvokeAnythingWithoutARotator) {
  Service alone;
  alone.create("a");
  const auto heard =
      alone.call("RotateSecret", {{"SecretId", "a"}, {"RotationLambdaARN", kFunction}});
  EXPECT_EQ(heard.error(), kCannotInvoke);
  EXPECT_EQ(heard.applied, false);
  EXPECT_EQ(alone.describe("a")["RotationEnabled"], Json());
}

TEST_F(RotateSecret, IsAnsweredAgainAndDoesNothingAgainWithTheSameToken) {
  const auto first = rotate(2);
  const auto again = rotate(2, {{"RotationRules", {{"AutomaticallyAfterDays", 9}}}});
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.applied, false);
  finish(rotator.orders[0]);
  EXPECT_EQ(rotate(2).body, first.body);
  EXPECT_EQ(rotate(1)["VersionId"], token(1));
  EXPECT_EQ(rotator.orders.size(), 1u);
  EXPECT_EQ(described("RotationRules"), Json());
}

TEST_F(RotateSecret, RefusesAnotherOneWhileOneIsPending) {
  rotate(2);
  EXPECT_EQ(rotate(3).error(), kIncomplete);
  finish(rotator.orders[0]);
  EXPECT_EQ(rotate(3).error(), "ok");
}

TEST_F(RotateSecret, GoesOnIfAwspendingIsOnTheCurrentVersion) {
  service.call("PutSecretValue", {{"SecretId", "a"},
                                  {"SecretString", "two"},
                                  {"VersionStages", {"AWSCURRENT", "AWSPENDING"}}});
  EXPECT_EQ(rotate(2).error(), "ok");
}

TEST_F(RotateSecret, RefusesIfSomebodyElseHasPutAwspendingOnAVersion) {
  service.call("PutSecretValue",
               {{"SecretId", "a"}, {"SecretString", "two"}, {"VersionStages", {"AWSPENDING"}}});
  EXPECT_EQ(rotate(2).error(), kIncomplete);
}

TEST_F(RotateSecret, ReusesTheFunctionAndTheRules) {
  rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  finish(rotator.orders[0]);
  EXPECT_EQ(service.call("RotateSecret", {{"SecretId", "a"}}).error(), "ok");
  EXPECT_EQ(rotator.orders[1].function_arn, kFunction);
  EXPECT_EQ(described("RotationRules").dump(), R"({"AutomaticallyAfterDays":1})");
}

TEST_F(RotateSecret, ChangesTheRulesWithoutTheFunctionBeingNamedAgain) {
  rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  finish(rotator.orders[0]);
  service.call("RotateSecret",
               {{"SecretId", "a"},
                {"RotationRules", {{"ScheduleExpression", "rate(2 days)"}, {"Duration", "3h"}}}});
  EXPECT_EQ(described("RotationRules"),
            (Json{{"Duration", "3h"}, {"ScheduleExpression", "rate(2 days)"}}));
  EXPECT_EQ(rotator.orders.size(), 2u);
}

TEST_F(RotateSecret, TakesDaysOrAnExpressionButNotBoth) {
  EXPECT_EQ(
      refused({{"AutomaticallyAfterDays", 1}, {"ScheduleExpression", "rate(1 day)"}}),
      "400 InvalidParameterException: You cannot specify both rotation frequency and schedule "
      "expression together.");
  EXPECT_EQ(refused({{"Duration", "2h"}}),
            "400 InvalidParameterException: You must specify AutomaticallyAfterDays or "
            "ScheduleExpression together with Duration.");
  EXPECT_EQ(refused({{"AutomaticallyAfterDays", 1}, {"Duration", "25h"}}),
            "400 InvalidParameterException: The rotation schedule is not valid. The rotation "
            "window must not extend into the next rotation window or the next UTC day.");
  EXPECT_EQ(refused({{"ScheduleExpression", "rate(3 hours)"}}),
            "400 InvalidParameterException: The rotation schedule is not valid. A secret can be "
            "rotated every four hours at most.");
  EXPECT_EQ(refused(Json::object()), "ok");
}

TEST_F(RotateSecret, ChecksTheRulesBeforeExistenceAndTheFunction) {
  const Json rules = {{"ScheduleExpression", "daily"}};
  const auto error =
      "400 InvalidParameterException: The rotation schedule is not valid. A schedule expression is "
      "rate(...) or cron(...).";
  EXPECT_EQ(rotate(2, {{"SecretId", "nobody"}, {"RotationRules", rules}}).error(), error);
  EXPECT_EQ(service.call("RotateSecret", {{"SecretId", "a"}, {"RotationRules", rules}}).error(),
            error);
}

TEST_F(RotateSecret, CountsTheLabelAndTheVersionAgainstTheQuotas) {
  auto stages = Json::array({"AWSCURRENT"});
  for (int i = 0; i < 18; ++i) stages.push_back("L" + std::to_string(i));
  service.call("PutSecretValue",
               {{"SecretId", "a"}, {"SecretString", "two"}, {"VersionStages", stages}});
  EXPECT_EQ(rotate(2).error(),
            "400 InvalidRequestException: You can't attach more than 20 staging labels to the "
            "versions of a secret.");
}

TEST_F(RotateSecret, OnlyTestsTheFunctionIfItIsNotToRotateAtOnce) {
  const auto heard = rotate_by(2, {{"AutomaticallyAfterDays", 3}}, false);
  EXPECT_EQ(heard["VersionId"], token(2));
  EXPECT_EQ(rotator.orders[0].steps, std::vector{Step::test_secret});
  EXPECT_EQ(service.call("GetSecretValue",
                         {{"SecretId", "a"}, {"VersionStage", "AWSPENDING"}})["SecretString"],
            "one");
  EXPECT_EQ(next(), "never");
  end(rotator.orders[0], End::finished);
  EXPECT_EQ(service.stages("a").dump(), "{\"" + token(1) + "\":[\"AWSCURRENT\"]}");
  EXPECT_EQ(described("LastRotatedDate"), Json());
  EXPECT_EQ(described("RotationEnabled"), true);
  EXPECT_EQ(date("NextRotationDate"), "2026-01-04T23:59:59.000Z");
  EXPECT_EQ(next(), "2026-01-04T00:00:00.000Z");
}

TEST_F(RotateSecret, ForgetsATestThatFailedButKeepsTheRules) {
  rotate_by(2, {{"AutomaticallyAfterDays", 3}}, false);
  end(rotator.orders[0], End::failed);
  EXPECT_EQ(service.stages("a").size(), 1u);
  EXPECT_EQ(next(), "2026-01-04T00:00:00.000Z");
  EXPECT_EQ(rotate_by(2, {{"AutomaticallyAfterDays", 3}}, false).applied, false);
}

TEST_F(RotateSecret, WorksForASecretWithoutAnyVersion) {
  service.call("CreateSecret", {{"Name", "empty"}});
  EXPECT_EQ(rotate(2, {{"SecretId", "empty"}}).error(), "ok");
  EXPECT_EQ(service.stages("empty").dump(), "{\"" + token(2) + "\":[\"AWSPENDING\"]}");
  put_pending(rotator.orders[0], "first");
  EXPECT_EQ(service.get("empty").error(),
            "400 ResourceNotFoundException: Secrets Manager can't find the specified secret value "
            "for staging label: AWSCURRENT");
  EXPECT_EQ(service.put("empty", "by hand").error(), "ok");
  EXPECT_EQ(service.get("empty")["SecretString"], "by hand");
}

class CancelRotateSecret : public RotateSecret {
 protected:
  Heard cancel() { return service.call("CancelRotateSecret", {{"SecretId", "a"}}); }
};

TEST_F(CancelRotateSecret, KeepsEverythingButTheSchedule) {
  rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  finish(rotator.orders[0]);
  const auto heard = cancel();
  EXPECT_EQ(heard.body, (Json{{"ARN", described("ARN")}, {"Name", "a"}}));
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(described("RotationEnabled"), false);
  EXPECT_EQ(described("RotationLambdaARN"), kFunction);
  EXPECT_EQ(described("RotationRules").dump(), R"({"AutomaticallyAfterDays":1})");
  EXPECT_EQ(date("NextRotationDate"), "none");
  EXPECT_EQ(next(), "never");
  EXPECT_EQ(cancel().applied, false);
}

TEST_F(CancelRotateSecret, TellsTheVersionThatWasPendingAndLeavesIt) {
  rotate(2);
  EXPECT_EQ(cancel()["VersionId"], token(2));
  EXPECT_EQ(service.stages("a")[token(2)], Json::array({"AWSPENDING"}));
  EXPECT_EQ(rotate(3).error(), kIncomplete);
}

TEST_F(CancelRotateSecret, IsUndoneByRotateSecret) {
  rotate_by(2, {{"AutomaticallyAfterDays", 1}});
  finish(rotator.orders[0]);
  cancel();
  service.clock.advance(24h * 10);
  service.call("RotateSecret", {{"SecretId", "a"}, {"RotateImmediately", false}});
  EXPECT_EQ(date("NextRotationDate"), "2026-01-12T23:59:59.000Z");
}

TEST_F(CancelRotateSecret, RefusesWhatWasNeverRotatedOrIsMarkedForDeletion) {
  EXPECT_EQ(cancel().error(), kNoFunction);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(cancel().error(), kMarked);
  EXPECT_EQ(service.call("CancelRotateSecret", {{"SecretId", "nobody"}}).error(), kNotFound);
}

}  // namespace
}  // namespace stunt::test
