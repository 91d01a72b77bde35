// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

class CreateSecret : public Emulator {};

TEST_F(CreateSecret, AnswersArnNameAndVersion) {
  const auto heard =
      service.call("CreateSecret",
                   {{"Name", "prod/db"}, {"SecretString", "x"}, {"ClientRequestToken", token(1)}});
  EXPECT_THAT(heard["ARN"].get<std::string>(),
              testing::MatchesRegex("arn:aws:secretsmanager:us-east-1:000000000000:secret:prod/db-"
                                    "[A-Za-z0-9]{6}"));
  EXPECT_EQ(heard["Name"], "prod/db");
  EXPECT_EQ(heard["VersionId"], token(1));
  EXPECT_EQ(heard.body.size(), 3u);
}

TEST_F(CreateSecret, MakesNoVersionWithoutAValue) {
  EXPECT_FALSE(service.call("CreateSecret", {{"Name", "a"}}).body.contains("VersionId"));
  EXPECT_FALSE(service.describe("a").body.contains("VersionIdsToStages"));
  EXPECT_EQ(service.get("a").error(),
            "400 ResourceNotFoundException: Secrets Manager can't find the specified secret value "
            "for staging label: AWSCURRENT");
}

TEST_F(CreateSecret, NeedsNoTokenWithoutAValue) {
  EXPECT_EQ(service.call_as("AKID", "us-east-1", "CreateSecret", {{"Name", "a"}}).error(), "ok");
}

TEST_F(CreateSecret, WantsATokenFromASignedCallWithAValue) {
  EXPECT_EQ(
      service.call_as("AKID", "us-east-1", "CreateSecret", {{"Name", "a"}, {"SecretString", "x"}})
          .error(),
      "400 InvalidRequestException: You must provide a ClientRequestToken value. We "
      "recommend a UUID-type value.");
}

TEST_F(CreateSecret, MakesATokenUpForAnUnsignedCall) {
  EXPECT_THAT(service.create("a")["VersionId"].get<std::string>(),
              testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                    "[0-9a-f]{12}"));
}

TEST_F(CreateSecret, TakesOneKindOfValueOnly) {
  EXPECT_EQ(
      service.call("CreateSecret", {{"Name", "a"}, {"SecretString", "x"}, {"SecretBinary", "eA=="}})
          .error(),
      "400 InvalidParameterException: You can't specify both a binary secret value and a string "
      "secret value in the same secret.");
}

TEST_F(CreateSecret, LimitsTheBytesOfAText) {
  std::string text;
  for (int i = 0; i < 32768; ++i) text += "é";
  EXPECT_EQ(service.create("fits", text).error(), "ok");
  const auto error = service.create("too-long", text + "é").error();
  EXPECT_EQ(error,
            "400 ValidationException: 1 validation error detected: Value at 'secretString' failed "
            "to satisfy constraint: Member must have length less than or equal to 65536");
}

TEST_F(CreateSecret, RefusesANameThatIsTaken) {
  service.create("a");
  EXPECT_EQ(service.create("a").error(),
            "400 ResourceExistsException: The operation failed because the secret a already "
            "exists.");
  EXPECT_EQ(service.call("CreateSecret", {{"Name", "a"}}).error(),
            "400 ResourceExistsException: The operation failed because the secret a already "
            "exists.");
  EXPECT_EQ(service.create("A").error(), "ok") << "case counts";
}

TEST_F(CreateSecret, KeepsWhatItIsTold) {
  service.call("CreateSecret", {{"Name", "a"},
                                {"Description", "a database"},
                                {"KmsKeyId", "alias/mine"},
                                {"Type", "Salesforce"},
                                {"Tags", tags({{"team", "blue"}})}});
  const auto described = service.describe("a");
  EXPECT_EQ(described["Description"], "a database");
  EXPECT_EQ(described["KmsKeyId"], "alias/mine");
  EXPECT_EQ(described["Type"], "Salesforce");
  EXPECT_EQ(described["Tags"], tags({{"team", "blue"}}));
}

TEST_F(CreateSecret, DoesNotTellTheDefaultKey) {
  service.call("CreateSecret", {{"Name", "a"}, {"KmsKeyId", "alias/aws/secretsmanager"}});
  EXPECT_FALSE(service.describe("a").body.contains("KmsKeyId"));
}

TEST_F(CreateSecret, TakesAnEmptyDescriptionForNone) {
  service.call("CreateSecret", {{"Name", "a"}, {"Description", ""}});
  EXPECT_FALSE(service.describe("a").body.contains("Description"));
}

}  // namespace
}  // namespace stunt::test
