// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class UpdateSecret : public Emulator {
 protected:
  void SetUp() override { service.create("a", "one"); }

  Heard update(const Json& more) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    return service.call("UpdateSecret", body);
  }
};

TEST_F(UpdateSecret, MakesAVersionOfAValue) {
  const auto heard = update({{"SecretString", "two"}, {"ClientRequestToken", token(2)}});
  EXPECT_EQ(heard["VersionId"], token(2));
  EXPECT_EQ(heard.body.size(), 3u);
  EXPECT_EQ(service.get("a")["SecretString"], "two");
  EXPECT_EQ(service.stages("a").size(), 2u);
}

TEST_F(UpdateSecret, MakesAVersionEvenOfTheSameValue) {
  update({{"SecretString", "one"}, {"ClientRequestToken", token(2)}});
  EXPECT_EQ(service.get("a")["VersionId"], token(2));
}

TEST_F(UpdateSecret, MakesNoVersionOfADescription) {
  service.clock.advance(1ms);
  const auto heard = update({{"Description", "new"}, {"ClientRequestToken", token(2)}});
  EXPECT_FALSE(heard.body.contains("VersionId"));
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(service.describe("a")["Description"], "new");
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
  EXPECT_EQ(service.stages("a").size(), 1u);
}

TEST_F(UpdateSecret, ChangesNothingIfItIsToldNothing) {
  service.clock.advance(1ms);
  const auto heard = update(Json::object());
  EXPECT_EQ(heard.error(), "ok");
  EXPECT_EQ(heard.body.size(), 2u);
  EXPECT_EQ(heard.applied, false);
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600");
}

TEST_F(UpdateSecret, GoesBackToTheDefaultKeyWithAnEmptyOne) {
  update({{"KmsKeyId", "alias/mine"}});
  EXPECT_EQ(service.describe("a")["KmsKeyId"], "alias/mine");
  update({{"KmsKeyId", ""}});
  EXPECT_FALSE(service.describe("a").body.contains("KmsKeyId"));
}

TEST_F(UpdateSecret, TakesTheDefaultKeysNameForTheDefaultKey) {
  for (const char* key : {"alias/aws/secretsmanager",
                          "arn:aws:kms:us-east-1:000000000000:alias/aws/secretsmanager"}) {
    update({{"KmsKeyId", "alias/mine"}});
    update({{"KmsKeyId", key}});
    EXPECT_FALSE(service.describe("a").body.contains("KmsKeyId")) << key;
  }
}

TEST_F(UpdateSecret, ChangesTheTypeAndTakesItBack) {
  service.clock.advance(1ms);
  EXPECT_EQ(update({{"Type", "SalesforceClientSecret"}}).applied, true);
  EXPECT_EQ(service.describe("a")["Type"], "SalesforceClientSecret");
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
  update({{"Type", ""}});
  EXPECT_FALSE(service.describe("a").body.contains("Type"));
}

TEST_F(UpdateSecret, ChangesNothingAtAllIfItsTokenIsUsed) {
  update({{"SecretString", "two"}, {"ClientRequestToken", token(2)}});
  update({{"SecretString", "three"}, {"ClientRequestToken", token(2)}, {"Description", "new"}});
  EXPECT_FALSE(service.describe("a").body.contains("Description"));
}

TEST_F(UpdateSecret, WantsASecretThatIsThereAndStays) {
  EXPECT_EQ(service.call("UpdateSecret", {{"SecretId", "none"}}).error(), kNotFound);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(update({{"Description", "new"}}).error(), kMarked);
}

TEST_F(UpdateSecret, FindsItsSecretByArn) {
  const auto arn = service.describe("a")["ARN"];
  EXPECT_EQ(service.call("UpdateSecret", {{"SecretId", arn}, {"Description", "new"}})["ARN"], arn);
}

}  // namespace
}  // namespace stunt::test
