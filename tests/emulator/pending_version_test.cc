// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "../support/call_builder.h"
#include "../support/manual_clock.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/operations/list.h"
#include "emulator/validator.h"
#include "service.h"

namespace stunt::test {
namespace {

using emulator::Versions;

/// A secret of which a rotation has just made a version that has no value yet. No operation can
/// stop there, so the secret is put on the shelf by hand.
class PendingVersion : public testing::Test {
 protected:
  void SetUp() override {
    emulator::Secret secret{.name = "a", .arn = shelf_.arn_prefix() + "a-a1b2c3"};
    secret.kms_key_id = "alias/mine";
    secret_ = &shelf_.add(std::move(secret));
    secret_->versions.add({token(1), emulator::SecretValue::text("one"), clock_.now()},
                          {"AWSCURRENT"});
    secret_->versions.add({token(2), std::nullopt, clock_.now()}, {"AWSPENDING"});
  }

  /// "ok" or the error.
  std::string run(std::string_view operation, Json more) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    CallBuilder built(emulator::secrets_manager(), operation, body);
    const auto& call = built.call();
    const auto parameters = validator_.read(call);
    const emulator::Settings settings{"us-east-1", "000000000000"};
    emulator::Breakdown breakdown;
    const auto result = emulator::find_operation(operation)->run(
        {call, parameters.value(), settings, shelves_, shelf_, clock_.now(), random_, nullptr,
         breakdown});
    return result ? "ok" : result.error().code + ": " + result.error().message;
  }

  Versions::Stages stages(int number) {
    return secret_->versions.stages_of(*secret_->versions.find(token(number)));
  }

  const emulator::Version& pending() { return *secret_->versions.find(token(2)); }

  ManualClock clock_;
  const world::Random random_{42};
  const emulator::Validator validator_{emulator::secrets_manager()};
  emulator::Shelves shelves_{world::Duration(0)};
  emulator::Shelf& shelf_ = shelves_.at({"us-east-1", "000000000000"});
  emulator::Secret* secret_ = nullptr;
};

TEST_F(PendingVersion, IsNotFoundByWhoReadsIt) {
  const std::string kNoValue =
      "ResourceNotFoundException: Secrets Manager can't find the specified secret value for ";
  EXPECT_EQ(run("GetSecretValue", {{"VersionStage", "AWSPENDING"}}),
            kNoValue + "staging label: AWSPENDING");
  EXPECT_EQ(run("GetSecretValue", {{"VersionId", token(2)}}), kNoValue + "VersionId: " + token(2));
  EXPECT_EQ(run("GetSecretValue", {{"VersionId", token(2)}, {"VersionStage", "AWSPENDING"}}),
            kNoValue + "VersionId: " + token(2));
}

TEST_F(PendingVersion, GetsItsValueFromPutSecretValue) {
  EXPECT_EQ(run("PutSecretValue", {{"ClientRequestToken", token(2)},
                                   {"SecretString", "two"},
                                   {"VersionStages", {"AWSPENDING"}}}),
            "ok");
  EXPECT_EQ(pending().value, emulator::SecretValue::text("two"));
  EXPECT_EQ(pending().kms_key_id, "alias/mine");
  EXPECT_EQ(secret_->versions.size(), 2u);
  EXPECT_EQ(stages(1), Versions::Stages{"AWSCURRENT"});
  EXPECT_EQ(stages(2), Versions::Stages{"AWSPENDING"});
}

TEST_F(PendingVersion, BecomesCurrentIfPutSecretValueSaysNoLabels) {
  EXPECT_EQ(run("PutSecretValue", {{"ClientRequestToken", token(2)}, {"SecretBinary", "AAEC"}}),
            "ok");
  EXPECT_EQ(stages(1), Versions::Stages{"AWSPREVIOUS"});
  EXPECT_EQ(stages(2), (Versions::Stages{"AWSCURRENT", "AWSPENDING"}));
}

TEST_F(PendingVersion, GetsItsValueFromUpdateSecret) {
  EXPECT_EQ(run("UpdateSecret", {{"ClientRequestToken", token(2)}, {"SecretString", "two"}}), "ok");
  EXPECT_EQ(pending().value, emulator::SecretValue::text("two"));
  EXPECT_EQ(stages(1), Versions::Stages{"AWSPREVIOUS"});
}

TEST_F(PendingVersion, GetsOneValueOnly) {
  const Json two = {{"ClientRequestToken", token(2)}, {"SecretString", "two"}};
  run("PutSecretValue", two);
  EXPECT_EQ(run("PutSecretValue", two), "ok");
  EXPECT_TRUE(run("PutSecretValue", {{"ClientRequestToken", token(2)}, {"SecretString", "three"}})
                  .starts_with("ResourceExistsException: You can't use ClientRequestToken "));
  EXPECT_EQ(pending().value, emulator::SecretValue::text("two"));
}

TEST_F(PendingVersion, IsMadeCurrentLikeAnyOther) {
  EXPECT_EQ(run("UpdateSecretVersionStage", {{"VersionStage", "AWSCURRENT"},
                                             {"MoveToVersionId", token(2)},
                                             {"RemoveFromVersionId", token(1)}}),
            "ok");
  EXPECT_EQ(stages(2), (Versions::Stages{"AWSCURRENT", "AWSPENDING"}));
}

TEST_F(PendingVersion, OfASecretThatNeverHadAValueIsNotCurrentUntilItIsMade) {
  secret_->versions = Versions();
  secret_->versions.add({token(2), std::nullopt, clock_.now()}, {"AWSPENDING"});
  run("PutSecretValue", {{"ClientRequestToken", token(2)},
                         {"SecretString", "two"},
                         {"VersionStages", {"AWSPENDING"}}});
  EXPECT_EQ(stages(2), Versions::Stages{"AWSPENDING"});
  EXPECT_EQ(run("UpdateSecretVersionStage",
                {{"VersionStage", "AWSCURRENT"}, {"MoveToVersionId", token(2)}}),
            "ok");
  EXPECT_EQ(stages(2), (Versions::Stages{"AWSCURRENT", "AWSPENDING"}));
}

}  // namespace
}  // namespace stunt::test
