// SPDX-License-Identifier: MIT
// What the routes of the admin API do to the worlds of a server.
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "admin_play.h"
#include "emulator/model/secrets_manager.h"
#include "harness/admin/shown_rule.h"
#include "input/document.h"
#include "stub_lambda.h"

namespace stunt::harness {
namespace {

using testing::HasSubstr;
using testing::Not;

class AdminControl : public test::AdminPlay {
 protected:
  std::string create(const std::string& name, const std::string& path = "/") {
    return ask("CreateSecret", R"({"Name": ")" + name + R"(", "SecretString": "v"})", path);
  }
  std::string read(const std::string& name, const std::string& path = "/") {
    return ask("GetSecretValue", R"({"SecretId": ")" + name + "\"}", path);
  }
};

constexpr const char* kFailLists =
    R"({"id": "r", "when": {"operation": "ListSecrets"}, "then": {"error": "ServiceUnavailable"}})";

TEST_F(AdminControl, RulesAreDrawnAnIdIfTheyHaveNone) {
  serve();
  const auto one = admin("POST", "/_stunt/v1/rules", R"({"then": {"delay": "1ms"}})");
  const auto two = admin("POST", "/_stunt/v1/rules", "then: { delay: 1ms }\n");
  EXPECT_EQ(one.status, 201);
  EXPECT_EQ(two.status, 201);
  EXPECT_NE(one.json["id"], two.json["id"]);
  EXPECT_THAT(one.head, HasSubstr("Location: /_stunt/v1/rules/rule-1"));
}

TEST_F(AdminControl, RulesAreNoMoreThanAFileMayHave) {
  std::string rules = "rules:\n";
  for (int i = 0; i < 10'000; ++i) {
    rules += "- { id: r" + std::to_string(i) + ", then: { delay: 1ms } }\n";
  }
  serve(rules);
  EXPECT_EQ(admin("POST", "/_stunt/v1/rules", kFailLists).status, 409);
  EXPECT_EQ(admin("PATCH", "/_localstack/chaos/faults", "[{}]").status, 409);
  const std::string scenario = "version: 1\nscenario: s\n";
  const auto one = scenario + "rules: [{ id: more, then: { delay: 1ms } }]\n";
  EXPECT_EQ(admin("POST", "/_stunt/v1/scenarios", one).status, 409);
  const auto many = admin("POST", "/_stunt/v1/scenarios", scenario + rules);
  EXPECT_EQ(many.status, 400);
  EXPECT_EQ(many.json["errors"][0]["pointer"], "/rules");
}

TEST_F(AdminControl, RulesHoldInTheirScopeOnly) {
  script("scope: { name: blue }\n");
  serve();
  EXPECT_EQ(admin("POST", "/_stunt/v1/rules?scope=blue", kFailLists).status, 201);
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("200 OK"));
  EXPECT_THAT(ask("ListSecrets", "{}", "/s/blue"), HasSubstr("503"));
  EXPECT_EQ(admin("GET", "/_stunt/v1/rules/r").status, 404);
}

TEST_F(AdminControl, RulesMayNameMachinesThatThereAre) {
  serve();
  const auto* rule = R"({"when": {"state": {"line": "down"}}, "then": {"error":
      "ServiceUnavailable"}})";
  EXPECT_THAT(admin("POST", "/_stunt/v1/rules", rule).body, HasSubstr("unknown machine 'line'"));
  EXPECT_EQ(admin("PUT", "/_stunt/v1/state/line", R"({"state": "up"})").status, 200);
  EXPECT_EQ(admin("POST", "/_stunt/v1/rules", rule).status, 201);
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("200 OK"));
  EXPECT_EQ(admin("PUT", "/_stunt/v1/state/line", R"({"state": "down"})").status, 200);
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("503"));
}

TEST_F(AdminControl, AReplacedRuleKeepsItsId) {
  serve();
  admin("POST", "/_stunt/v1/rules", kFailLists);
  const auto other = admin("PUT", "/_stunt/v1/rules/r", R"({"id": "s", "then": {"delay": "1s"}})");
  EXPECT_EQ(other.status, 400);
  EXPECT_EQ(other.json["errors"][0]["pointer"], "/id");
  EXPECT_EQ(admin("PUT", "/_stunt/v1/rules/x", R"({"then": {"delay": "1s"}})").status, 404);
  const auto wrong = admin("PATCH", "/_stunt/v1/rules/r", R"({"times": -1})");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.json["errors"][0]["pointer"], "/times");
}

TEST_F(AdminControl, ManyScopesAreMadeAtOnceAndAllAreTheirOwn) {
  settings_.threads = 4;
  serve();
  std::vector<std::thread> users;
  std::vector<std::string> answers(16);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    users.emplace_back([this, i, &answer = answers[i]] {
      const auto made = admin("POST", "/_stunt/v1/scopes", "{}");
      const auto key = made.json["accessKeyId"].get<std::string>();
      const auto name = "secret-" + std::to_string(i);
      ask("CreateSecret", R"({"Name": ")" + name + R"(", "SecretString": "v",
              "ClientRequestToken": "01234567-0123-4123-8123-0123456789ab"})",
          "/", key);
      answer = ask("ListSecrets", "{}", "/", key);
      admin("DELETE", "/_stunt/v1/scopes/" + made.json["name"].get<std::string>());
    });
  }
  for (auto& user : users) user.join();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto body = aws::parse_json(test::body_of(answers[i])).value_or(aws::Json());
    ASSERT_EQ(body["SecretList"].size(), 1u) << answers[i];
    EXPECT_EQ(body["SecretList"][0]["Name"], "secret-" + std::to_string(i));
  }
  EXPECT_EQ(stage_->scopes().names().size(), 1u);
}

TEST_F(AdminControl, TheWorldOfEverybodyStays) {
  serve();
  EXPECT_EQ(admin("DELETE", "/_stunt/v1/scopes/default").status, 409);
  EXPECT_EQ(admin("POST", "/_stunt/v1/scopes", R"({"name": "default"})").status, 400);
}

TEST_F(AdminControl, AScenarioWhoseRuleIsThereAlreadyDoesNotPlay) {
  serve();
  admin("POST", "/_stunt/v1/rules", kFailLists);
  const auto answer = admin("POST", "/_stunt/v1/scenarios",
                            "version: 1\nscenario: s\nrules:\n"
                            "  - { id: mine, then: { delay: 1ms } }\n"
                            "  - { id: r, then: { delay: 1ms } }\n");
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("the id 'r' is taken"));
  EXPECT_EQ(admin("GET", "/_stunt/v1/scenarios").json["scenarios"].size(), 0u);
  EXPECT_EQ(scope().director().rules().size(), 1u) << "'mine' must not stay";
}

TEST_F(AdminControl, AScenarioIsJudgedByItsOwnCallsAndRules) {
  serve("rules: [{ id: never, when: { operation: DeleteSecret }, then: { delay: 1ms } }]\n");
  ask("ListSecrets", "{}");
  const auto posted = admin("POST", "/_stunt/v1/scenarios",
                            "version: 1\nscenario: s\n"
                            "expect: [{ calls: { operation: ListSecrets }, count: 1 }]\n");
  EXPECT_EQ(posted.status, 201);
  const auto path = "/_stunt/v1/scenarios/" + posted.json["id"].get<std::string>();
  EXPECT_EQ(admin("GET", path + "/verdict").json["status"], "fail") << "no call yet";
  ask("ListSecrets", "{}");
  EXPECT_EQ(admin("GET", path + "/verdict").json["status"], "pass");
  EXPECT_EQ(admin("POST", path + "/start").status, 200);
  EXPECT_EQ(admin("GET", path + "/verdict").json["status"], "fail") << "begun anew";
  EXPECT_EQ(admin("GET", path + "/verdict?wait=6m").status, 400);
  EXPECT_THAT(admin("GET", path + "/verdict?format=junt").json["detail"],
              HasSubstr("did you mean 'junit'?"));
}

TEST_F(AdminControl, TheServerStopsWhileAScenarioPlaysAndSomebodyWaitsForIt) {
  serve();
  const auto posted = admin("POST", "/_stunt/v1/scenarios",
                            "version: 1\nscenario: s\n"
                            "steps: [{ await: { calls: { operation: ListSecrets }, count: 1, "
                            "within: 1h } }]\n");
  const auto path = "/_stunt/v1/scenarios/" + posted.json["id"].get<std::string>();
  const auto& endpoint = stage_->endpoints().front();
  test::RawClient client(
      static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
  client.send("GET " + path + "/verdict?wait=5m HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(admin("GET", path).json["state"], "playing");
  EXPECT_TRUE(stage_->stop(world::Duration(0)));
  stage_.reset();
}

TEST_F(AdminControl, AVerdictThatWasWaitedForKeepsNoWorld) {
  serve();
  const auto posted =
      admin("POST", "/_stunt/v1/scenarios", "version: 1\nscenario: s\nscope: { name: blue }\n");
  const auto path = "/_stunt/v1/scenarios/" + posted.json["id"].get<std::string>();
  const std::weak_ptr<Scope> blue = stage_->scopes().find("blue");
  EXPECT_EQ(admin("GET", path + "/verdict?wait=5m").status, 200);
  EXPECT_EQ(admin("DELETE", "/_stunt/v1/scopes/blue").status, 204);
  // The errand before it is over then.
  EXPECT_EQ(admin("POST", "/_stunt/v1/verify", R"({"expect": []})").status, 200);
  stage_->settle();
  EXPECT_TRUE(blue.expired());
}

TEST_F(AdminControl, AWorldLeavesWhileItsClockIsMovedAndNobodyWaitsForThat) {
  test::StubLambda never;
  never.set("createSecret", {}, std::chrono::hours(1));
  settings_.rotation.lambda_endpoint = never.endpoint();
  serve();
  admin("POST", "/_stunt/v1/scopes", R"({"name": "blue", "clock": {"mode": "virtual"}})");
  create("a", "/s/blue");
  ask("RotateSecret", R"({"SecretId": "a", "RotateImmediately": false, "RotationLambdaARN":
      "arn:aws:lambda:us-east-1:123456789012:function:f",
      "RotationRules": {"AutomaticallyAfterDays": 1}})",
      "/s/blue");
  const auto tested = never.invocations().size();
  {
    const auto& endpoint = stage_->endpoints().front();
    test::RawClient client(
        static_cast<std::uint16_t>(std::stoi(endpoint.substr(endpoint.rfind(':') + 1))));
    client.send(
        "POST /_stunt/v1/clock/advance?scope=blue HTTP/1.1\r\nHost: localhost\r\n"
        "Content-Length: 12\r\n\r\n{\"by\": \"8d\"}");
    EXPECT_TRUE(never.wait_for_invocations(tested + 1));
  }
  EXPECT_EQ(admin("DELETE", "/_stunt/v1/scopes/blue").status, 204);
  EXPECT_TRUE(never.wait_for_ends(tested + 1)) << "the world goes on by itself";
}

TEST_F(AdminControl, ResetMakesTheSetupsCallsAgain) {
  serve("setup: [{ operation: CreateSecret, input: { Name: made, SecretString: v } }]\n");
  const auto first = read("made");
  create("more");
  EXPECT_EQ(admin("POST", "/_stunt/v1/reset").status, 204);
  EXPECT_THAT(read("more"), HasSubstr("ResourceNotFoundException"));
  const auto arn = [](const std::string& answer) {
    return aws::parse_json(test::body_of(answer)).value_or(aws::Json())["ARN"];
  };
  EXPECT_EQ(arn(read("made")), arn(first));
  EXPECT_EQ(scope().journal().snapshot().entries.size(), 3u) << "the setup's call, and two reads";
}

TEST_F(AdminControl, ResetBeginsToCountAnewButNumbersNoTwoCallsAlike) {
  serve();
  create("a"), read("a"), read("a");
  EXPECT_EQ(admin("POST", "/_stunt/v1/reset").status, 204);
  read("a");
  const auto entries = scope().journal().snapshot().entries;
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].seq(), 4u) << "a recording goes on, and has had 1 to 3";
  EXPECT_EQ(entries[0].call().ordinal, 1u);
}

TEST(AdminShownRule, HidesWhatMayBeASecret) {
  const auto hidden = admin::without_secrets(*aws::parse_json(R"({
    "when": {"operation": "GetRandomPassword", "body": {"SecretString": "s1", "SecretId": "id"},
             "bodyPointer": {"/SecretString": "s2"}, "header": {"x-amz-security-token": "s3"}},
    "then": {"patch": [{"op": "replace", "path": "/SecretString", "value": "s4"},
                       {"op": "replace", "path": "/Name", "value": "name"}],
             "respond": {"body": "{\"SecretString\": \"s5\"}"}, "merge": {"a": {"Password": "s6"}}},
    "other": {"respond": {"status": 200, "body": "s7 is a text"}}
  })"))
                          .dump();
  for (const auto* secret : {"s1", "s2", "s3", "s4", "s5", "s6", "s7"}) {
    EXPECT_THAT(hidden, Not(HasSubstr(std::string("\"") + secret)));
    EXPECT_THAT(hidden, Not(HasSubstr(std::string(": \\\"") + secret)));
  }
  for (const auto* shown : {"GetRandomPassword", "\"id\"", "\"name\"", "/SecretString"}) {
    EXPECT_THAT(hidden, HasSubstr(shown));
  }
}

}  // namespace
}  // namespace stunt::harness
