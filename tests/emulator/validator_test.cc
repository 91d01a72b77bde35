// SPDX-License-Identifier: MIT
#include "emulator/validator.h"

#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "service.h"

namespace stunt::emulator {
namespace {

using test::CallBuilder;
using test::Json;
using test::token;

const Validator& validator() {
  static const Validator validator(secrets_manager());
  return validator;
}

/// The error's type and text; "ok" if there is none.
std::string checked(std::string_view operation, const Json& body) {
  CallBuilder built(secrets_manager(), operation, body);
  const auto& call = built.call();
  const auto parameters = validator().read(call);
  const auto error = parameters ? validator().check(call, *parameters) : parameters.error();
  return error ? error->code + ": " + error->message : "ok";
}

std::string one_error(const std::string& violation) {
  return "ValidationException: 1 validation error detected: " + violation;
}

TEST(Validator, WantsRequiredMembers) {
  EXPECT_EQ(checked("GetSecretValue", Json::object()),
            one_error("Value null at 'secretId' failed to satisfy constraint: Member must not be "
                      "null"));
  EXPECT_EQ(checked("GetSecretValue", {{"SecretId", nullptr}}),
            checked("GetSecretValue", Json::object()));
}

TEST(Validator, JoinsSeveralViolationsInTheModelsOrder) {
  EXPECT_EQ(checked("GetSecretValue", {{"VersionId", "x"}}),
            "ValidationException: 2 validation errors detected: Value null at 'secretId' failed to "
            "satisfy constraint: Member must not be null; Value 'x' at 'versionId' failed to "
            "satisfy constraint: Member must have length greater than or equal to 32");
}

TEST(Validator, ChecksLengthsOfTexts) {
  EXPECT_EQ(checked("GetSecretValue", {{"SecretId", ""}}),
            one_error("Value '' at 'secretId' failed to satisfy constraint: Member must have "
                      "length greater than or equal to 1"));
  EXPECT_EQ(checked("CreateSecret", {{"Name", std::string(512, 'a')}}), "ok");
  const std::string long_name(513, 'a');
  EXPECT_EQ(checked("CreateSecret", {{"Name", long_name}}),
            one_error("Value '" + long_name +
                      "' at 'name' failed to satisfy constraint: Member must have length less "
                      "than or equal to 512"));
}

TEST(Validator, CountsCharactersAndNotBytes) {
  std::string text;
  for (int i = 0; i < 2048; ++i) text += "é";
  EXPECT_EQ(checked("CreateSecret", {{"Name", "a"}, {"Description", text}}), "ok");
  EXPECT_NE(checked("CreateSecret", {{"Name", "a"}, {"Description", text + "é"}}), "ok");
}

TEST(Validator, LeavesSensitiveValuesOut) {
  EXPECT_EQ(checked("CreateSecret", {{"Name", "a"}, {"SecretString", ""}}),
            one_error("Value at 'secretString' failed to satisfy constraint: Member must have "
                      "length greater than or equal to 1"));
  EXPECT_EQ(checked("PutSecretValue", {{"SecretId", "a"}, {"RotationToken", "hush!"}}).find("hush"),
            std::string::npos);
}

TEST(Validator, MeasuresBlobsDecoded) {
  const std::string largest((65536 + 2) / 3 * 4 - 2, 'A');  // 65,536 bytes, two of padding
  EXPECT_EQ(checked("CreateSecret", {{"Name", "a"}, {"SecretBinary", largest + "=="}}), "ok");
  EXPECT_EQ(checked("CreateSecret", {{"Name", "a"}, {"SecretBinary", largest + "A="}}),
            one_error("Value at 'secretBinary' failed to satisfy constraint: Member must have "
                      "length less than or equal to 65536"));
  EXPECT_EQ(checked("CreateSecret", {{"Name", "a"}, {"SecretBinary", ""}}),
            one_error("Value at 'secretBinary' failed to satisfy constraint: Member must have "
                      "length greater than or equal to 1"));
}

TEST(Validator, HandsOutBlobsDecoded) {
  CallBuilder built(secrets_manager(), "CreateSecret",
                    {{"Name", "a"}, {"SecretBinary", "Zm9vdGVzdA=="}});
  const auto parameters = validator().read(built.call());
  ASSERT_TRUE(parameters);
  ASSERT_TRUE(parameters->blob("SecretBinary"));
  EXPECT_EQ(*parameters->blob("SecretBinary"), "footest");
  EXPECT_FALSE(parameters->blob("SecretString"));
}

TEST(Validator, ChecksRangesOfNumbers) {
  EXPECT_EQ(checked("GetRandomPassword", {{"PasswordLength", 5000}}),
            one_error("Value '5000' at 'passwordLength' failed to satisfy constraint: Member must "
                      "have value less than or equal to 4096"));
  EXPECT_EQ(checked("ListSecrets", {{"MaxResults", 0}}),
            one_error("Value '0' at 'maxResults' failed to satisfy constraint: Member must have "
                      "value greater than or equal to 1"));
}

TEST(Validator, ChecksChoices) {
  EXPECT_EQ(checked("ListSecrets", {{"SortOrder", "up"}}),
            one_error("Value 'up' at 'sortOrder' failed to satisfy constraint: Member must satisfy "
                      "enum value set: [asc, desc]"));
}

TEST(Validator, GoesIntoListsAndStructures) {
  EXPECT_EQ(checked("ListSecrets", {{"Filters", test::filter("invalid", {"x"})}}),
            one_error("Value 'invalid' at 'filters.1.member.key' failed to satisfy constraint: "
                      "Member must satisfy enum value set: [all, name, tag-key, description, "
                      "tag-value, primary-region, owning-service]"));
  EXPECT_EQ(
      checked("RotateSecret", {{"SecretId", "a"}, {"RotationRules", {{"Duration", "week"}}}}),
      "ValidationException: 2 validation errors detected: Value 'week' at 'rotationRules.duration' "
      "failed to satisfy constraint: Member must have length less than or equal to 3; Value 'week' "
      "at 'rotationRules.duration' failed to satisfy constraint: Member must satisfy regular "
      "expression pattern: [0-9]+h");
  EXPECT_EQ(checked("UntagResource", {{"SecretId", "a"}, {"TagKeys", {"x", ""}}}),
            one_error("Value '' at 'tagKeys.2.member' failed to satisfy constraint: Member must "
                      "have length greater than or equal to 1"));
}

TEST(Validator, ChecksPatternsOfWholeTexts) {
  EXPECT_EQ(checked("ListSecrets", {{"Filters", test::filter("name", {"!a b/@c"})}}), "ok");
  EXPECT_NE(checked("ListSecrets", {{"Filters", test::filter("name", {"a?"})}}), "ok");
  EXPECT_EQ(checked("RotateSecret", {{"SecretId", "a"}, {"RotationRules", {{"Duration", "3h"}}}}),
            "ok");
  EXPECT_NE(checked("RotateSecret", {{"SecretId", "a"}, {"RotationRules", {{"Duration", "3hx"}}}}),
            "ok");
}

TEST(Validator, CountsItemsOfLists) {
  EXPECT_EQ(
      checked("PutSecretValue", {{"SecretId", "a"}, {"VersionStages", Json::array()}}),
      one_error("Value '[]' at 'versionStages' failed to satisfy constraint: Member must have "
                "length greater than or equal to 1"));
  EXPECT_EQ(checked("ListSecrets", {{"Filters", Json::array()}}), "ok");
  auto filters = Json::array();
  for (int i = 0; i < 11; ++i) filters.push_back(test::filter("name", {"a"})[0]);
  EXPECT_NE(checked("ListSecrets", {{"Filters", filters}})
                .find("Value '[{Key=name, Values=[a]}, {Key=name, Values=[a]}"),
            std::string::npos);
}

TEST(Validator, DoesNotShowMembersThatTheModelDoesNotKnow) {
  auto filters = Json::array();
  for (int i = 0; i < 11; ++i) filters.push_back(Json::object({{"SecretString", "astray"}}));
  const auto error = checked("ListSecrets", {{"Filters", filters}});
  EXPECT_NE(error.find("ValidationException"), std::string::npos);
  EXPECT_EQ(error.find("astray"), std::string::npos);
}

TEST(Validator, WantsNoNullInLists) {
  EXPECT_EQ(checked("UntagResource", {{"SecretId", "a"}, {"TagKeys", Json::array({nullptr})}}),
            one_error("Value null at 'tagKeys.1.member' failed to satisfy constraint: Member must "
                      "not be null"));
}

TEST(Validator, TellsOfAHundredBadElementsAndNoMore) {
  const auto error = checked("UntagResource", {{"SecretId", "a"}, {"TagKeys", Json(5000, "")}});
  EXPECT_TRUE(error.starts_with("ValidationException: 100 validation errors detected"));
  EXPECT_LT(error.size(), 20'000u);
}

TEST(Validator, IgnoresMembersThatTheModelDoesNotKnow) {
  EXPECT_EQ(checked("PutSecretValue", {{"SecretId", "a"}, {"Description", 7}}), "ok");
}

TEST(Validator, RefusesAWrongTypeBeforeAllConstraints) {
  EXPECT_EQ(checked("GetSecretValue", {{"SecretId", ""}, {"VersionId", 7}}),
            "SerializationException: NUMBER_VALUE can not be converted to a String");
  EXPECT_EQ(checked("DeleteSecret", {{"SecretId", "a"}, {"RecoveryWindowInDays", "7"}}),
            "SerializationException: STRING_VALUE can not be converted to an Integer");
  EXPECT_EQ(checked("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", "yes"}}),
            "SerializationException: STRING_VALUE can not be converted to a Boolean");
  EXPECT_EQ(checked("GetSecretValue", {{"SecretId", true}}),
            "SerializationException: TRUE_VALUE can not be converted to a String");
}

TEST(Validator, RefusesListsAndObjectsInTheWrongPlaceWithoutAText) {
  for (const Json& id : {Json::array(), Json::object()}) {
    EXPECT_EQ(checked("GetSecretValue", {{"SecretId", id}}), "SerializationException: ");
  }
  EXPECT_EQ(checked("TagResource", {{"SecretId", "a"}, {"Tags", "b"}}), "SerializationException: ");
  EXPECT_EQ(checked("TagResource", {{"SecretId", "a"}, {"Tags", Json::array({{{"Key", 1}}})}}),
            "SerializationException: NUMBER_VALUE can not be converted to a String");
}

TEST(Validator, WantsWholeNumbersThatFit) {
  for (const Json& days : {Json(7.5), Json(18'446'744'073'709'551'615ULL), Json(1e300)}) {
    EXPECT_EQ(checked("DeleteSecret", {{"SecretId", "a"}, {"RecoveryWindowInDays", days}}),
              "SerializationException: NUMBER_VALUE can not be converted to an Integer");
  }
}

TEST(Validator, RefusesWhatIsNoBase64) {
  EXPECT_EQ(checked("CreateSecret", {{"Name", "a"}, {"SecretBinary", "not base64"}}),
            "SerializationException: ");
}

}  // namespace
}  // namespace stunt::emulator
