// SPDX-License-Identifier: MIT
#include "emulator/limits.h"
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class PutSecretValue : public Emulator {
 protected:
  void SetUp() override { first_ = service.create("a", "one")["VersionId"].get<std::string>(); }

  Heard put(int number, const Json& stages) {
    return service.call("PutSecretValue", {{"SecretId", "a"},
                                           {"SecretString", "v" + std::to_string(number)},
                                           {"ClientRequestToken", token(number)},
                                           {"VersionStages", stages}});
  }

  std::string first_;
};

TEST_F(PutSecretValue, MakesTheNewVersionTheCurrentOne) {
  const auto heard = put(2, nullptr);
  EXPECT_EQ(heard["Name"], "a");
  EXPECT_EQ(heard["VersionId"], token(2));
  EXPECT_EQ(heard["VersionStages"], Json::array({"AWSCURRENT"}));
  EXPECT_EQ(service.get("a")["SecretString"], "v2");
  EXPECT_EQ(service.stages("a"), (Json{{first_, {"AWSPREVIOUS"}}, {token(2), {"AWSCURRENT"}}}));
}

TEST_F(PutSecretValue, LeavesTheCurrentOneIfItAsksForAnotherLabel) {
  EXPECT_EQ(put(2, {"AWSPENDING"})["VersionStages"], Json::array({"AWSPENDING"}));
  EXPECT_EQ(service.get("a")["SecretString"], "one");
}

TEST_F(PutSecretValue, GivesTheFirstVersionOfAnEmptySecretAwscurrent) {
  service.call("CreateSecret", {{"Name", "empty"}});
  const auto heard = service.call(
      "PutSecretValue",
      {{"SecretId", "empty"}, {"SecretString", "x"}, {"VersionStages", {"AWSPENDING"}}});
  EXPECT_EQ(heard["VersionStages"], (Json{"AWSCURRENT", "AWSPENDING"}));
}

TEST_F(PutSecretValue, LosesAwspendingWithAwscurrent) {
  put(2, {"AWSCURRENT", "AWSPENDING"});
  put(3, nullptr);
  EXPECT_EQ(service.stages("a"), (Json{{token(2), {"AWSPREVIOUS"}}, {token(3), {"AWSCURRENT"}}}));
}

TEST_F(PutSecretValue, TakesARotationTokenThatLooksLikeOne) {
  const auto with = [&](const std::string& rotation_token) {
    return service
        .call("PutSecretValue",
              {{"SecretId", "a"}, {"SecretString", "x"}, {"RotationToken", rotation_token}})
        .error();
  };
  EXPECT_EQ(with(token(1)), "ok");
  EXPECT_EQ(with("short"),
            "400 ValidationException: 1 validation error detected: Value at 'rotationToken' failed "
            "to satisfy constraint: Member must have length greater than or equal to 36");
}

TEST_F(PutSecretValue, WantsAValue) {
  EXPECT_EQ(service.call("PutSecretValue", {{"SecretId", "a"}}).error(),
            "400 InvalidRequestException: You must provide either SecretString or SecretBinary.");
}

TEST_F(PutSecretValue, MayChangeTheKindOfValue) {
  service.call("PutSecretValue", {{"SecretId", "a"}, {"SecretBinary", "AAEC"}});
  EXPECT_EQ(service.get("a")["SecretBinary"], "AAEC");
  EXPECT_EQ(service.call("GetSecretValue",
                         {{"SecretId", "a"}, {"VersionStage", "AWSPREVIOUS"}})["SecretString"],
            "one");
}

TEST_F(PutSecretValue, KnowsNoKeyButTheSecrets) {
  service.call("PutSecretValue", {{"SecretId", "a"}, {"SecretString", "x"}, {"KmsKeyId", 7}});
  const auto versions = service.call("ListSecretVersionIds", {{"SecretId", "a"}})["Versions"];
  EXPECT_EQ(versions[1]["KmsKeyIds"], Json::array({"DefaultEncryptionKey"}));
}

TEST_F(PutSecretValue, WantsASecretThatIsThereAndStays) {
  EXPECT_EQ(service.put("none", "x").error(), kNotFound);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(service.put("a", "x").error(), kMarked);
}

TEST_F(PutSecretValue, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  service.put("a", "one");
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
  EXPECT_EQ(service.describe("a")["CreatedDate"].dump(), "1767225600");
}

TEST_F(PutSecretValue, GivesOutTwentyLabelsInAll) {
  auto labels = Json::array();
  for (int i = 0; i < 19; ++i) labels.push_back("L" + std::to_string(i));
  EXPECT_EQ(put(2, labels).error(), "ok");
  const auto refused = put(3, {"ONE-MORE"});
  EXPECT_EQ(refused.error(),
            "400 LimitExceededException: You can't attach more than 20 staging labels to the "
            "versions of a secret.");
  EXPECT_EQ(refused.applied, false);
  EXPECT_EQ(put(3, {"L0"}).error(), "ok");
  EXPECT_EQ(put(4, nullptr).error(), "ok");
  EXPECT_EQ(put(5, nullptr).error(), "ok");
}

TEST_F(PutSecretValue, HasVersionsWithoutLabelsRemovedWhenTheyAreADayOld) {
  for (int i = 2; i <= 131; ++i) put(i, nullptr);
  const Json oldest = {{"SecretId", "a"}, {"VersionId", first_}};
  EXPECT_EQ(service.call("GetSecretValue", oldest)["SecretString"], "one");
  service.clock.advance(24h);
  EXPECT_EQ(service.call("GetSecretValue", oldest).reply.status, 400);
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionId", token(30)}}).error(),
            "ok");
  EXPECT_EQ(service.get("a")["SecretString"], "v131");
}

TEST_F(PutSecretValue, RefusesMoreVersionsThanItCanKeep) {
  for (std::size_t i = 1; i < emulator::kVersionsPerSecret; ++i) service.put("a", "x");
  EXPECT_EQ(service.put("a", "x").error(),
            "400 LimitExceededException: You can't have more than 1000 versions of a secret.");
  service.clock.advance(24h);
  EXPECT_EQ(service.put("a", "x").error(), "ok");
}

}  // namespace
}  // namespace stunt::test
