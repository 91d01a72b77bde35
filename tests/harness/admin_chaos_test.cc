// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "admin_play.h"
#include "harness/admin/chaos.h"

namespace stunt::harness {
namespace {

using testing::HasSubstr;

constexpr const char* kFaults = "/_localstack/chaos/faults";
constexpr const char* kEffects = "/_localstack/chaos/effects";

class AdminChaos : public test::AdminPlay {
 protected:
  std::string list(const std::string& key = "") { return ask("ListSecrets", "{}", "/", key); }
};

TEST_F(AdminChaos, StrikesUntilItIsTakenAway) {
  serve("");
  EXPECT_EQ(admin("GET", kFaults).json, aws::Json::array());
  const auto set = admin("POST", kFaults, R"([{"service": "secretsmanager"}])");
  EXPECT_EQ(set.status, 200);
  EXPECT_EQ(set.json, aws::Json::parse(R"([{"service": "secretsmanager", "probability": 1.0,
      "error": {"statusCode": 503, "code": "ServiceUnavailable"}}])"));
  EXPECT_THAT(list(), HasSubstr("503 Service Unavailable"));
  EXPECT_EQ(admin("POST", kFaults, "[]").json, aws::Json::array());
  EXPECT_THAT(list(), HasSubstr("200 OK"));
}

TEST_F(AdminChaos, TakesAnErrorOfAnyName) {
  serve("");
  admin("POST", kFaults, R"([{"operation": "ListSecrets", "service": "secretsmanager",
                              "error": {"statusCode": 418, "code": "Teapot"}}])");
  EXPECT_THAT(list(), testing::AllOf(HasSubstr(" 418 "), HasSubstr("Teapot")));
  EXPECT_THAT(ask("GetRandomPassword", "{}"), HasSubstr("200 OK"));
}

TEST_F(AdminChaos, AddsAndRemovesFaults) {
  serve("");
  const char* fault = R"([{"operation": "ListSecrets"}])";
  admin("POST", kFaults, fault);
  EXPECT_EQ(admin("PATCH", kFaults, R"([{"operation": "GetRandomPassword"}])").json.size(), 2u);
  EXPECT_EQ(admin("DELETE", kFaults, fault).json.size(), 1u);
  EXPECT_THAT(list(), HasSubstr("200 OK"));
  EXPECT_THAT(ask("GetRandomPassword", "{}"), HasSubstr("503"));
  EXPECT_EQ(admin("DELETE", kFaults).json.size(), 0u);
}

TEST_F(AdminChaos, KeepsFaultsOfOtherServicesAndNeverUsesThem) {
  serve("");
  EXPECT_EQ(admin("POST", kFaults, R"([{"service": "kinesis", "operation": "PutRecord"},
                                       {"service": "s3"}])")
                .json[0]["operation"],
            "PutRecord");
  EXPECT_THAT(list(), HasSubstr("200 OK"));
}

TEST_F(AdminChaos, KnowsRegions) {
  serve("");
  admin("POST", kFaults, R"([{"region": "eu-west-1"}])");
  EXPECT_THAT(list("AKIA"), HasSubstr("200 OK")) << "signed for us-east-1";
  admin("POST", kFaults, R"([{"region": "us-east-1"}])");
  EXPECT_THAT(list("AKIA"), HasSubstr("503"));
}

TEST_F(AdminChaos, NeverStrikesWithoutAChance) {
  serve("");
  admin("POST", kFaults, R"([{"probability": 0.0}])");
  EXPECT_THAT(list(), HasSubstr("200 OK"));
  EXPECT_EQ(admin("GET", kFaults).json[0]["probability"], 0.0);
}

TEST_F(AdminChaos, LetsCallsWait) {
  serve("");
  EXPECT_EQ(admin("GET", kEffects).json["latency"], 0);
  EXPECT_EQ(admin("POST", kEffects, R"({"latency": 20})").json["latency"], 20);
  const auto before = world::SystemClock().ticks();
  list();
  EXPECT_GE(world::SystemClock().ticks() - before, std::chrono::milliseconds(20));
  EXPECT_EQ(admin("DELETE", kEffects).json["latency"], 0);
}

TEST_F(AdminChaos, SaysWhatIsWrong) {
  serve("");
  const auto wrong = admin("POST", kFaults, R"([{"service": "secretsmanager",
                                                 "operation": "ListSecret"}])");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.json["errors"][0]["pointer"], "/0/operation");
  EXPECT_THAT(wrong.json["errors"][0]["detail"], HasSubstr("did you mean 'ListSecrets'?"));
  for (const char* bad : {"{}", R"([{"probability": 2}])", R"([{"error": {"statusCode": 200}}])",
                          R"([{"serivce": "s3"}])"}) {
    EXPECT_EQ(admin("POST", kFaults, bad).status, 400) << bad;
  }
  EXPECT_EQ(admin("GET", kFaults).json.size(), 0u);
}

TEST_F(AdminChaos, LeavesTheRulesOfOthersAlone) {
  serve("rules: [{ id: mine, when: { operation: ListSecrets, nth: 9 }, then: { mark: x } }]\n");
  admin("POST", kFaults, "[{}]");
  admin("POST", kFaults, "[]");
  EXPECT_EQ(scope().director().rules().size(), 1u);
}

}  // namespace
}  // namespace stunt::harness
