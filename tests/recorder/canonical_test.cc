// SPDX-License-Identifier: MIT
#include "recorder/transcript/canonical.h"

#include <gtest/gtest.h>

#include "act.h"
#include "recorder/redaction/redactor.h"

namespace stunt::recorder {
namespace {

using aws::Json;

std::string key(std::string_view operation, const Json& body) {
  test::Act act(operation, body);
  Redactor redactor(test::vault_service());
  redactor.learn_request(act.call(), body);
  const auto* model = act.call().model;
  return canonicalize(model, canonical_body(model, redactor.request(act.call(), body))).key;
}

TEST(CanonicalKey, IsAHash) {
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", "a"}}).size(), 7u + 64u);
  EXPECT_TRUE(key("GetSecretValue", {{"SecretId", "a"}}).starts_with("sha256:"));
}

TEST(CanonicalKey, DoesNotCareForTheOrderOfMembers) {
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "s"}}),
            key("GetSecretValue", {{"VersionStage", "s"}, {"SecretId", "a"}}));
}

TEST(CanonicalKey, TakesNameAndArnForTheSame) {
  const auto by_name = key("GetSecretValue", {{"SecretId", "prod/db"}});
  const std::string partial = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db";
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", partial}}), by_name);
  EXPECT_EQ(key("GetSecretValue", {{"SecretId", partial + "-a1B2c3"}}), by_name);
  EXPECT_NE(key("GetSecretValue", {{"SecretId", "prod/db2"}}), by_name);
}

TEST(CanonicalKey, DoesNotCareForTokens) {
  EXPECT_EQ(key("PutSecretValue", {{"SecretId", "a"}, {"ClientRequestToken", "t1"}}),
            key("PutSecretValue", {{"SecretId", "a"}, {"ClientRequestToken", "t2"}}));
  EXPECT_EQ(key("ListSecrets", {{"NextToken", "n"}}), key("ListSecrets", Json::object()));
}

TEST(CanonicalKey, DoesNotCareForValuesOfSecrets) {
  EXPECT_EQ(key("PutSecretValue", {{"SecretId", "a"}, {"SecretString", "one"}}),
            key("PutSecretValue", {{"SecretId", "a"}, {"SecretString", "two"}}));
  EXPECT_EQ(key("PutSecretValue", {{"SecretString", R"({"p":"one"})"}}),
            key("PutSecretValue", {{"SecretString", R"({"p":2})"}}));
}

TEST(CanonicalKey, CaresForTheOperationAndHarmlessMembers) {
  EXPECT_NE(key("GetSecretValue", {{"SecretId", "a"}}), key("DescribeSecret", {{"SecretId", "a"}}));
  EXPECT_NE(key("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "x"}}),
            key("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "y"}}));
}

TEST(CanonicalKey, TellsBinaryFromTextByTheMember) {
  EXPECT_NE(key("PutSecretValue", {{"SecretBinary", "YQ=="}}),
            key("PutSecretValue", {{"SecretString", "YQ=="}}));
}

TEST(Canonical, HasThePseudonymsInItsOwnOrder) {
  const Json body = {{"z", "{{secret:1}}"}, {"a", "{{secret:2}}"}};
  const auto canonical = canonicalize(nullptr, body);
  ASSERT_EQ(canonical.pseudonyms.size(), 2u);
  EXPECT_EQ(canonical.pseudonyms[0].number, 2u);
  EXPECT_EQ(canonical.pseudonyms[1].number, 1u);
}

}  // namespace
}  // namespace stunt::recorder
