// SPDX-License-Identifier: MIT
#include "recorder/redaction/redactor.h"

#include <gtest/gtest.h>

#include "act.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::vault_service;

class RedactorTest : public testing::Test {
 protected:
  std::string request(std::string_view operation, const Json& body) {
    Act act(operation, body);
    redactor_.learn_request(act.call(), act.call().body);
    return redactor_.request(act.call(), act.call().body).dump();
  }
  std::string reply(std::string_view operation, int status, const Json& body) {
    Act act(operation, Json::object());
    redactor_.learn_reply(act.call(), status, body);
    return redactor_.reply(act.call(), status, body).dump();
  }

  Redactor redactor_{vault_service()};
};

TEST_F(RedactorTest, TakesSensitiveMembersOut) {
  EXPECT_EQ(request("CreateSecret", {{"Name", "a"}, {"SecretString", "hunter22"}}),
            R"({"Name":"a","SecretString":"{{secret:1}}"})");
  EXPECT_EQ(reply("GetSecretValue", 200,
                  {{"Name", "a"}, {"SecretString", "hunter22"}, {"CreatedDate", 1767225600.0}}),
            R"({"Name":"a","SecretString":"{{secret:1}}","CreatedDate":1767225600.0})");
}

TEST_F(RedactorTest, TakesMembersOutThatNobodyKnows) {
  EXPECT_EQ(request("CreateSecret", {{"secretstring", "hunter22"}, {"Extra", {{"a", 1}}}}),
            R"({"secretstring":"{{secret:1}}","Extra":"{{secret:2:json}}"})");
}

TEST_F(RedactorTest, TakesEverythingOutOfAnUnknownOperation) {
  EXPECT_EQ(request("EatSecret", {{"Name", "a"}, {"Many", 3}, {"None", nullptr}}),
            R"({"Name":"{{secret:1}}","Many":"{{secret:2:number}}","None":null})");
  EXPECT_EQ(reply("EatSecret", 200, {{"Name", "a"}}), R"({"Name":"{{secret:1}}"})");
}

TEST_F(RedactorTest, TakesValuesOutThatAreOfAnotherType) {
  EXPECT_EQ(request("CreateSecret", {{"Description", {"hunter22"}}, {"Tags", "hunter22"}}),
            R"({"Description":"{{secret:1:json}}","Tags":"{{secret:2}}"})");
  EXPECT_EQ(request("ListSecrets", {{"MaxResults", "hunter22"}}),
            R"({"MaxResults":"{{secret:2}}"})");
}

TEST_F(RedactorTest, KeepsHarmlessValuesOfEveryKind) {
  const Json body = {{"MaxResults", 5}, {"IncludePlannedDeletion", true}};
  EXPECT_EQ(request("ListSecrets", body), body.dump());
  const Json answer = {{"Name", "a"},
                       {"VersionIdsToStages", {{"v1", {"AWSCURRENT"}}}},
                       {"Tags", {{{"Key", "team"}, {"Value", "blue"}}}}};
  EXPECT_EQ(reply("DescribeSecret", 200, answer), answer.dump());
}

TEST_F(RedactorTest, ReplacesNamesThatAreHardlyNames) {
  EXPECT_EQ(request("CreateSecret", {{"my pass phrase", 1}, {std::string(65, 'n'), "x"}}),
            R"({"{{secret:1}}":"{{secret:2:number}}","{{secret:3}}":"{{secret:4}}"})");
}

TEST_F(RedactorTest, FindsASecretInTextThatStandsBeforeIt) {
  EXPECT_EQ(request("CreateSecret", {{"Description", "pw hunter22"}, {"SecretString", "hunter22"}}),
            R"({"Description":"pw {{secret:1}}","SecretString":"{{secret:1}}"})");
}

TEST_F(RedactorTest, FindsALeafOfASecretInTags) {
  EXPECT_EQ(request("CreateSecret", {{"SecretString", R"({"password":"hunter22"})"},
                                     {"Tags", {{{"Key", "k"}, {"Value", "hunter22"}}}}}),
            R"({"SecretString":"{\"password\":\"{{secret:1}}\"}",)"
            R"("Tags":[{"Key":"k","Value":"{{secret:1}}"}]})");
}

TEST_F(RedactorTest, FindsALeafOfASecretInTheNameOfOneUnlessItSaysWhere) {
  request("CreateSecret", {{"SecretString", R"({"dbname":"orders","password":"hunter22"})"}});
  EXPECT_EQ(request("GetSecretValue", {{"SecretId", "shop/orders"}}),
            R"({"SecretId":"shop/orders"})");
  EXPECT_EQ(request("GetSecretValue", {{"SecretId", "my hunter22"}}),
            R"({"SecretId":"my {{secret:2}}"})");
  EXPECT_EQ(redactor_.text("orders"), "{{secret:1}}");
}

TEST_F(RedactorTest, FindsAnEarlierSecretInAnErrorsMessage) {
  request("CreateSecret", {{"SecretString", "hunter22"}});
  EXPECT_EQ(reply("GetSecretValue", 400, {{"__type", "E"}, {"Message", "not hunter22"}}),
            R"({"__type":"E","Message":"not {{secret:1}}"})");
}

TEST_F(RedactorTest, KeepsOnlyTheTypeOfAnErrorThatAnswersWhatNobodyUnderstood) {
  EXPECT_EQ(reply("EatSecret", 400, {{"__type", "E"}, {"message", "what is hunter22?"}}),
            R"({"__type":"E","message":"{{secret:1}}"})");
}

TEST_F(RedactorTest, DoesNotTakeAnErrorsMessageForASecretElsewhere) {
  reply("EatSecret", 400, {{"__type", "E"}, {"message", "Rate exceeded"}});
  EXPECT_EQ(reply("GetSecretValue", 400, {{"__type", "E"}, {"message", "Rate exceeded"}}),
            R"({"__type":"E","message":"Rate exceeded"})");
}

TEST_F(RedactorTest, DoesNotTakeTheNameInAnUnknownOperationForASecretElsewhere) {
  request("EatSecret", {{"SecretId", "prod/database"}, {"Name", "prod/database"}});
  EXPECT_EQ(request("GetSecretValue", {{"SecretId", "prod/database"}}),
            R"({"SecretId":"prod/database"})");
  EXPECT_EQ(redactor_.text("prod/database"), "prod/database");
}

TEST_F(RedactorTest, RemembersASecretFromAMisspeltMember) {
  request("CreateSecret", {{"secretstring", "hunter22"}});
  EXPECT_EQ(redactor_.text("hunter22"), "{{secret:1}}");
}

}  // namespace
}  // namespace stunt::recorder
