// SPDX-License-Identifier: MIT
#include "recorder/redaction/own_rules.h"

#include <gmock/gmock.h>

#include "player.h"
#include "recorder/redaction/sensitive_name.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;

ExchangeLine told(RedactionRules rules, Act act) {
  test::Tape tape;
  tape.redact({.rules = OwnRules(rules)});
  return tape.add(std::move(act)).transcript().exchanges.at(0);
}

Json body(RedactionRules rules, std::string_view operation, const Json& body) {
  return *told(std::move(rules), Act(operation, body)).req.body.json;
}

TEST(OwnRules, RedactMembersThatTheModelCallsHarmless) {
  EXPECT_EQ(body({.members = {"Description", "Value"}}, "CreateSecret",
                 {{"Name", "a"},
                  {"Description", "short"},
                  {"Tags", {{{"Key", "team"}, {"Value", "blue"}}}}}),
            Json::parse(R"({"Name":"a","Description":"{{secret:1}}",
                            "Tags":[{"Key":"team","Value":"{{secret:2}}"}]})"));
}

TEST(OwnRules, FindWhatStandsInSuchAMemberElsewhereToo) {
  EXPECT_EQ(body({.members = {"Description"}}, "CreateSecret",
                 {{"Name", "of customer-7"}, {"Description", "customer-7"}})["Name"],
            "of {{secret:1}}");
}

TEST(OwnRules, RedactTheIdOfASecretEverywhere) {
  const auto line = told({.members = {"SecretId"}}, Act("GetSecretValue", {{"SecretId", "a/b"}}));
  EXPECT_EQ(line.key.secret_id, "{{secret:1}}");
  EXPECT_EQ((*line.req.body.json)["SecretId"], "{{secret:1}}");
}

TEST(OwnRules, RedactWhatAPatternMatchesInAnyText) {
  const auto line =
      told({.patterns = {"cust-[0-9]+", "[0-9]+-x"}},
           Act("CreateSecret", {{"Name", "cust-1"}, {"Description", "for cust-17-x, not cust-"}})
               .header("User-Agent", "app cust-17"));
  EXPECT_EQ((*line.req.body.json)["Name"], "{{secret:2}}");
  // Two matches that overlap are one: nothing of either stays.
  EXPECT_EQ((*line.req.body.json)["Description"], "for {{secret:3}}, not cust-");
  EXPECT_EQ(line.sdk.user_agent, "app {{secret:1}}");
}

TEST(OwnRules, RedactAMatchThatASecretReachesInto) {
  EXPECT_EQ(body({.patterns = {"tail-[0-9]"}}, "CreateSecret",
                 {{"SecretString", "hunter22tail"},
                  {"Description", "is hunter22tail-5!"}})["Description"],
            "is {{secret:2}}!");
}

TEST(OwnRules, DropHeadersAndWhatTheySayElsewhere) {
  const auto line = told({.headers = {"User-Agent", "authorization", "amz-sdk-invocation-id",
                                      "amz-sdk-request", "X-Amz-Date"}},
                         Act("GetSecretValue", {{"SecretId", "a"}}).attempt("inv-1", 2));
  for (const auto& [name, value] : line.req.headers) {
    if (name == "user-agent" || name == "authorization" || name == "x-amz-date") {
      EXPECT_EQ(value, "{{redacted}}") << name;
    }
  }
  EXPECT_EQ(line.sdk.user_agent + line.sdk.invocation, "");
  EXPECT_EQ(line.sdk.attempt, 0u);
  EXPECT_EQ(line.key.access_key_id, "");
  EXPECT_FALSE(line.sig);
}

TEST(OwnRules, AllowMembersOfWhatNobodyKnows) {
  const RedactionRules rules{.allow = {"TableName", "Limit", "Keys"}};
  EXPECT_EQ(body(rules, "PutItem",
                 {{"TableName", "orders"},
                  {"Limit", 5},
                  {"Other", "x"},
                  {"Many", true},
                  {"Keys", {{{"TableName", "o"}, {"Id", "y"}}, "z", nullptr}}}),
            Json::parse(R"({"TableName":"orders","Limit":5,"Other":"{{secret:1}}",
                            "Many":"{{secret:2:boolean}}",
                            "Keys":[{"TableName":"o","Id":"{{secret:3}}"},"z",null]})"));
}

TEST(OwnRules, AllowNoMemberThatIsNamedForASecret) {
  EXPECT_EQ(body({.allow = {"Password"}}, "PutItem", {{"Password", "x"}})["Password"],
            "{{secret:1}}");
  EXPECT_EQ(body({.members = {"Note"}, .allow = {"Note"}}, "PutItem", {{"Note", "x"}})["Note"],
            "{{secret:1}}");
}

TEST(OwnRules, DoNotTakeAnAllowedValueForASecret) {
  EXPECT_EQ(body({.allow = {"TableName"}}, "CreateSecret",
                 {{"TableName", "orders-2"}, {"Description", "of orders-2"}})["Description"],
            "of orders-2");
}

TEST(OwnRules, AreNeededForAReplayToo) {
  const RedactionRules rules{.members = {"Description"}, .patterns = {"cust-[0-9]+"}};
  const auto asked = [](const char* name) {
    return Act("CreateSecret", {{"Name", name}, {"Description", "mine"}})
        .answer(200, {{"Name", name}});
  };
  test::Tape tape;
  tape.redact({.rules = OwnRules(rules)}).add(asked("cust-1"));
  test::Player with(tape, {.redact = rules}), without(tape);
  EXPECT_EQ(with.body(asked("cust-2"))["Name"], "cust-2");
  EXPECT_NE(without.miss(asked("cust-1")), "");
}

TEST(OwnRules, SayWhatIsWrongWithAPattern) {
  EXPECT_EQ(pattern_error("cust-[0-9]+"), "");
  EXPECT_THAT(pattern_error("cust-[0-9"), testing::HasSubstr("missing ]"));
  EXPECT_THAT(pattern_error("a*"), testing::HasSubstr("matches where there is nothing"));
  EXPECT_THROW(OwnRules({.patterns = {"("}}), std::invalid_argument);
}

TEST(SensitiveName, KnowsWhatSecretsAreCalled) {
  for (const char* name : {"Password", "SecretString", "SessionToken", "private_key", "Plaintext",
                           "CiphertextBlob", "Value", "ParameterValue", "api-key", "AccessKey",
                           "AuthorizationHeader", "MasterUserPassword"}) {
    EXPECT_TRUE(is_sensitive_name(name)) << name;
  }
  for (const char* name : {"TableName", "SecretId", "SecretArn", "TokenType", "Description",
                           "Limit", "PasswordLastChangedDate", "SecretNames"}) {
    EXPECT_FALSE(is_sensitive_name(name)) << name;
  }
}

}  // namespace
}  // namespace stunt::recorder
