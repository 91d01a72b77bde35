// SPDX-License-Identifier: MIT
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"

namespace stunt::emulator {
namespace {

using aws::Kind;
using testing::ElementsAre;

const aws::ValueModel& input(std::string_view operation, std::string_view member) {
  return *aws::find_member(secrets_manager().operation(operation)->input, member)->value;
}

TEST(Model, HasAllTwentyThreeOperationsInOrder) {
  const auto operations = secrets_manager().operations;
  EXPECT_EQ(operations.size(), 23u);
  for (std::size_t i = 1; i < operations.size(); ++i) {
    EXPECT_LT(operations[i - 1].name, operations[i].name);
  }
}

void collect_sensitive(std::string_view where, std::span<const aws::MemberModel> members,
                       std::set<std::string>& found) {
  for (const auto& member : members) {
    if (member.value->sensitive) found.insert(std::string(where) + "." + std::string(member.name));
    collect_sensitive(where, member.value->members, found);
    if (member.value->element) collect_sensitive(where, member.value->element->members, found);
  }
}

TEST(Model, KnowsWhatIsSensitiveAndNothingMore) {
  std::set<std::string> inputs, outputs;
  for (const auto& operation : secrets_manager().operations) {
    collect_sensitive(operation.name, operation.input, inputs);
    collect_sensitive(operation.name, operation.output, outputs);
  }
  EXPECT_THAT(inputs, ElementsAre("CreateSecret.SecretBinary", "CreateSecret.SecretString",
                                  "PutSecretValue.RotationToken", "PutSecretValue.SecretBinary",
                                  "PutSecretValue.SecretString", "UpdateSecret.SecretBinary",
                                  "UpdateSecret.SecretString"));
  EXPECT_THAT(outputs,
              ElementsAre("BatchGetSecretValue.SecretBinary", "BatchGetSecretValue.SecretString",
                          "GetRandomPassword.RandomPassword", "GetSecretValue.SecretBinary",
                          "GetSecretValue.SecretString"));
}

TEST(Model, SaysWhichMemberNamesTheSecret) {
  const std::set<std::string_view> nameless = {"BatchGetSecretValue", "GetRandomPassword",
                                               "ListSecrets"};
  for (const auto& operation : secrets_manager().operations) {
    const std::string_view expected = nameless.contains(operation.name)  ? ""
                                      : operation.name == "CreateSecret" ? "Name"
                                                                         : "SecretId";
    EXPECT_EQ(operation.resource, expected) << operation.name;
    EXPECT_TRUE(expected.empty() || aws::find_member(operation.input, expected)) << operation.name;
  }
}

TEST(Model, SaysWhichOperationsWriteAndWhichHaveATokenForIt) {
  std::set<std::string_view> reads, tokens;
  for (const auto& operation : secrets_manager().operations) {
    if (!operation.writes) reads.insert(operation.name);
    if (!operation.token.empty()) tokens.insert(operation.name);
  }
  EXPECT_THAT(reads, ElementsAre("BatchGetSecretValue", "DescribeSecret", "GetRandomPassword",
                                 "GetResourcePolicy", "GetSecretValue", "ListSecretVersionIds",
                                 "ListSecrets", "ValidateResourcePolicy"));
  EXPECT_THAT(tokens,
              ElementsAre("CreateSecret", "PutSecretValue", "RotateSecret", "UpdateSecret"));
}

TEST(Model, HasTheConstraintsOfThePublishedModel) {
  EXPECT_EQ(input("CreateSecret", "Name").max, 512);
  EXPECT_EQ(input("GetSecretValue", "SecretId").max, 2048);
  EXPECT_EQ(input("CreateSecret", "ClientRequestToken").min, 32);
  EXPECT_EQ(input("CreateSecret", "SecretString").min, 1);
  EXPECT_EQ(input("PutSecretValue", "SecretBinary").max, 65536);
  EXPECT_EQ(input("PutSecretValue", "SecretBinary").kind, Kind::blob);
  EXPECT_EQ(input("PutSecretValue", "VersionStages").max, 20);
  EXPECT_EQ(input("ListSecrets", "MaxResults").max, 100);
  EXPECT_EQ(input("BatchGetSecretValue", "MaxResults").max, 20);
  EXPECT_FALSE(input("DeleteSecret", "RecoveryWindowInDays").min);
  EXPECT_EQ(input("ListSecrets", "Filters").element->members.size(), 2u);
  EXPECT_TRUE(
      aws::find_member(secrets_manager().operation("TagResource")->input, "Tags")->required);
}

TEST(Model, DeclaresOnlyErrorsThatItHas) {
  EXPECT_EQ(secrets_manager().errors.size(), 12u);
  for (const auto& operation : secrets_manager().operations) {
    for (const auto code : operation.errors) {
      EXPECT_TRUE(secrets_manager().error(code)) << operation.name << " " << code;
    }
  }
}

TEST(Model, HasOneErrorThatIsTheServersFault) {
  for (const auto& error : secrets_manager().errors) {
    EXPECT_EQ(error.status, error.code == "InternalServiceError" ? 500 : 400) << error.code;
  }
}

TEST(Model, HasNoOutputForTags) {
  EXPECT_TRUE(secrets_manager().operation("TagResource")->output.empty());
  EXPECT_TRUE(secrets_manager().operation("UntagResource")->output.empty());
}

}  // namespace
}  // namespace stunt::emulator
