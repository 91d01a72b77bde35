// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

constexpr std::string_view kManaged =
    "400 InvalidRequestException: This secret is managed by an AWS service, and you must use that "
    "service to update it.";

/// A secret as a service keeps it for itself.
class ManagedSecret : public Emulator {
 protected:
  void SetUp() override {
    version_ = service.create("rds!db-1", "one")["VersionId"];
    service.create("mine!x", "one");
    service.create("Mine!x", "one");
  }

  std::string error_of(const char* operation, const Json& more = Json::object()) {
    Json body = {{"SecretId", "rds!db-1"}};
    body.update(more);
    return service.call(operation, body).error();
  }

  Json version_;
};

TEST_F(ManagedSecret, NamesTheServiceThatOwnsIt) {
  EXPECT_EQ(service.describe("rds!db-1")["OwningService"], "rds");
  const auto list = service.call("ListSecrets", Json::object())["SecretList"];
  EXPECT_EQ(list[0]["OwningService"], "rds");
}

TEST_F(ManagedSecret, IsKnownByALowerCaseWordAndAnExclamationMark) {
  EXPECT_FALSE(service.describe("Mine!x").body.contains("OwningService"));
  for (const char* name : {"!x", "a/b!x", "rds"}) {
    service.create(name);
    EXPECT_FALSE(service.describe(name).body.contains("OwningService")) << name;
  }
}

TEST_F(ManagedSecret, IsReadLikeAnyOther) {
  EXPECT_EQ(service.get("rds!db-1")["SecretString"], "one");
  EXPECT_EQ(error_of("ListSecretVersionIds"), "ok");
}

TEST_F(ManagedSecret, IsChangedByItsServiceOnly) {
  EXPECT_EQ(error_of("PutSecretValue", {{"SecretString", "two"}}), kManaged);
  EXPECT_EQ(error_of("UpdateSecret", {{"Description", "d"}}), kManaged);
  EXPECT_EQ(error_of("UpdateSecretVersionStage",
                     {{"VersionStage", "MINE"}, {"MoveToVersionId", version_}}),
            kManaged);
  EXPECT_EQ(error_of("TagResource", {{"Tags", tags({{"k", "v"}})}}), kManaged);
  EXPECT_EQ(error_of("UntagResource", {{"TagKeys", {"k"}}}), kManaged);
  EXPECT_EQ(error_of("RotateSecret", {{"RotationLambdaARN", "f"}}), kManaged);
  EXPECT_EQ(error_of("DeleteResourcePolicy"), kManaged);
  const Json regions = {{{"Region", "eu-west-1"}}};
  EXPECT_EQ(error_of("ReplicateSecretToRegions", {{"AddReplicaRegions", regions}}), kManaged);
}

TEST_F(ManagedSecret, IsDeletedByItsServiceOnly) {
  EXPECT_EQ(error_of("DeleteSecret"), kManaged);
  EXPECT_EQ(error_of("DeleteSecret", {{"ForceDeleteWithoutRecovery", true}}), kManaged);
  EXPECT_EQ(service.describe("rds!db-1").error(), "ok");
}

TEST_F(ManagedSecret, IsFoundByItsService) {
  const auto found = [&](const char* value) {
    return service.call("ListSecrets",
                        {{"Filters", filter("owning-service", {value})}})["SecretList"];
  };
  EXPECT_EQ(found("rd").size(), 1u);
  EXPECT_EQ(found("RDS").size(), 0u);
  EXPECT_EQ(found("!rds").size(), 2u);
  EXPECT_EQ(found("").size(), 2u);
}

}  // namespace
}  // namespace stunt::test
