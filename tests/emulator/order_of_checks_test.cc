// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

class OrderOfChecks : public Emulator {};

constexpr std::string_view kInvalidName =
    "400 ValidationException: Invalid name. Must be a valid name containing alphanumeric "
    "characters, or any of the following: -/_+=.@!";
constexpr std::string_view kNoToken =
    "400 InvalidRequestException: You must provide a ClientRequestToken value. We recommend a "
    "UUID-type value.";

TEST_F(OrderOfChecks, TypesComeBeforeConstraints) {
  EXPECT_EQ(service.call("PutSecretValue", {{"SecretId", ""}, {"SecretString", 7}}).error(),
            "400 SerializationException: NUMBER_VALUE can not be converted to a String");
}

TEST_F(OrderOfChecks, WhoCallsComesBehindTypesAndBeforeConstraints) {
  const auto refuse = [](const aws::Call&) {
    return aws::make_error(*aws::common_error("UnrecognizedClientException"));
  };
  Service closed(42, {.authenticate = refuse});
  EXPECT_EQ(closed.call("DropSecret", {}).error(), "400 UnknownOperationException");
  EXPECT_EQ(closed.post("GetSecretValue", "{").error(), "400 SerializationException");
  EXPECT_EQ(closed.call("GetSecretValue", {{"SecretId", 7}}).error(),
            "400 SerializationException: NUMBER_VALUE can not be converted to a String");
  const Json no_id = Json::object();
  const auto refused = closed.call("PutSecretValue", no_id);
  EXPECT_EQ(refused.error(),
            "400 UnrecognizedClientException: The security token included in the request is "
            "invalid.");
  EXPECT_EQ(refused.applied, false);
}

TEST_F(OrderOfChecks, ConstraintsComeBeforeTheName) {
  EXPECT_TRUE(service.call("GetSecretValue", {{"SecretId", "Inv Name"}, {"VersionId", "x"}})
                  .error()
                  .starts_with("400 ValidationException: 1 validation error detected"));
}

TEST_F(OrderOfChecks, TheNameComesBeforeExistence) {
  for (const char* name : {"Inv Name", " Inv Name", " Inv*Name? ", R"( Inv *?!]Name\-)", "a:b"}) {
    EXPECT_EQ(service.get(name).error(), kInvalidName) << name;
    EXPECT_EQ(service.describe(name).error(), kInvalidName) << name;
    EXPECT_EQ(service.create(name).error(), kInvalidName) << name;
    EXPECT_EQ(service.put(name, "x").error(), kInvalidName) << name;
    EXPECT_EQ(service.call("UpdateSecret", {{"SecretId", name}}).error(), kInvalidName) << name;
    EXPECT_EQ(
        service.call("DeleteSecret", {{"SecretId", name}, {"ForceDeleteWithoutRecovery", true}})
            .error(),
        kInvalidName)
        << name;
    EXPECT_EQ(service.call("TagResource", {{"SecretId", name}, {"Tags", tags({})}}).error(),
              kInvalidName)
        << name;
  }
}

TEST_F(OrderOfChecks, AnArnIsNoNameForANewSecret) {
  const auto* arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:a";
  EXPECT_EQ(service.create(arn).error(), kInvalidName);
}

TEST_F(OrderOfChecks, EveryAllowedCharacterIsAllowed) {
  for (const char* name : {"Valid/_+=.@-Name", "Valid-a1b2", "Valid-a1b2c3-", "rds!db-1"}) {
    EXPECT_EQ(service.create(name).error(), "ok") << name;
  }
}

TEST_F(OrderOfChecks, TheTokenComesBeforeExistence) {
  for (const char* operation : {"PutSecretValue", "UpdateSecret"}) {
    EXPECT_EQ(
        service
            .call_as("AKID", "us-east-1", operation, {{"SecretId", "none"}, {"SecretString", "x"}})
            .error(),
        kNoToken)
        << operation;
  }
}

TEST_F(OrderOfChecks, TwoValuesComeBeforeTheTokenAndExistence) {
  const Json both = {{"SecretId", "none"}, {"SecretString", "x"}, {"SecretBinary", "eA=="}};
  EXPECT_EQ(service.call_as("AKID", "us-east-1", "PutSecretValue", both).error(),
            "400 InvalidParameterException: You can't specify both a binary secret value and a "
            "string secret value in the same secret.");
}

TEST_F(OrderOfChecks, TheRecoveryWindowComesBeforeExistence) {
  EXPECT_EQ(
      service.call("DeleteSecret", {{"SecretId", "none"}, {"RecoveryWindowInDays", 6}}).error(),
      "400 InvalidParameterException: The RecoveryWindowInDays value must be between 7 and 30 days "
      "(inclusive).");
}

TEST_F(OrderOfChecks, ExistenceComesBeforeState) {
  service.create("a");
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "NONE"}}).error(),
            kMarked);
  EXPECT_EQ(service.get("b").error(), kNotFound);
}

}  // namespace
}  // namespace stunt::test
