// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using Names = std::vector<std::string>;

class BatchGetSecretValue : public Emulator {
 protected:
  void SetUp() override {
    for (const char* name : {"c", "a", "b"}) service.create(name, std::string("of ") + name);
  }

  Heard batch(const Json& body) { return service.call("BatchGetSecretValue", body); }
  Heard batch_of(const Json& ids) { return batch({{"SecretIdList", ids}}); }

  static Names names(const Heard& heard) {
    Names names;
    for (const auto& entry : heard["SecretValues"]) names.push_back(entry["Name"]);
    return names;
  }

  static constexpr std::string_view kNotBoth =
      "400 InvalidParameterException: Either 'SecretIdList' or 'Filters' must be provided, but not "
      "both.";
};

TEST_F(BatchGetSecretValue, TellsOfEachSecretWhatGetSecretValueTells) {
  service.call("CreateSecret", {{"Name", "binary"}, {"SecretBinary", "AAEC"}});
  const auto heard = batch_of({"a", "binary"});
  EXPECT_EQ(heard["SecretValues"],
            Json::array({service.get("a").body, service.get("binary").body}));
  EXPECT_EQ(heard["Errors"], Json::array());
  EXPECT_EQ(heard.body.size(), 2u);
}

TEST_F(BatchGetSecretValue, KeepsTheOrderOfItsList) {
  EXPECT_THAT(names(batch_of({"b", "c", "a"})), ElementsAre("b", "c", "a"));
}

TEST_F(BatchGetSecretValue, FindsSecretsByArn) {
  const auto arn = service.describe("a")["ARN"].get<std::string>();
  EXPECT_THAT(names(batch_of({arn, arn.substr(0, arn.size() - 7)})), ElementsAre("a", "a"));
}

TEST_F(BatchGetSecretValue, GivesTheCurrentVersion) {
  service.put("a", "new");
  EXPECT_EQ(batch_of({"a"})["SecretValues"][0]["SecretString"], "new");
}

TEST_F(BatchGetSecretValue, TellsWhatIsWrongWithSingleSecrets) {
  service.call("DeleteSecret", {{"SecretId", "b"}});
  service.call("CreateSecret", {{"Name", "empty"}});
  const auto heard = batch_of({"none", "b", "a", "empty"});
  EXPECT_THAT(names(heard), ElementsAre("a"));
  EXPECT_EQ(heard["Errors"],
            Json::array({{{"SecretId", "none"},
                          {"ErrorCode", "ResourceNotFoundException"},
                          {"Message", "Secrets Manager can't find the specified secret."}},
                         {{"SecretId", "b"},
                          {"ErrorCode", "InvalidRequestException"},
                          {"Message",
                           "You can't perform this operation on the secret because it was marked "
                           "for deletion."}},
                         {{"SecretId", "empty"},
                          {"ErrorCode", "ResourceNotFoundException"},
                          {"Message",
                           "Secrets Manager can't find the specified secret value for staging "
                           "label: AWSCURRENT"}}}));
}

TEST_F(BatchGetSecretValue, TellsABadNameAsAProblemOfThatSecret) {
  const auto heard = batch_of({"Inv Name", "a"});
  EXPECT_THAT(names(heard), ElementsAre("a"));
  EXPECT_EQ(heard["Errors"][0]["SecretId"], "Inv Name");
  EXPECT_EQ(heard["Errors"][0]["ErrorCode"], "ValidationException");
}

TEST_F(BatchGetSecretValue, FindsSecretsByFilterInTheOrderOfCreation) {
  service.create("other");
  EXPECT_THAT(names(batch({{"Filters", filter("name", {"a", "b", "c"})}})),
              ElementsAre("c", "a", "b"));
  EXPECT_THAT(names(batch({{"Filters", Json::array()}})), ElementsAre("c", "a", "b", "other"));
}

TEST_F(BatchGetSecretValue, FindsNothingThatIsScheduledForDeletion) {
  service.call("DeleteSecret", {{"SecretId", "a"}});
  const auto heard = batch({{"Filters", Json::array()}});
  EXPECT_THAT(names(heard), ElementsAre("c", "b"));
  EXPECT_EQ(heard["Errors"], Json::array());
}

TEST_F(BatchGetSecretValue, TellsOfFilteredSecretsThatHaveNoValue) {
  const auto arn = service.call("CreateSecret", {{"Name", "empty"}})["ARN"];
  const auto heard = batch({{"Filters", filter("name", {"empty"})}});
  EXPECT_EQ(heard["SecretValues"], Json::array());
  EXPECT_EQ(heard["Errors"][0]["SecretId"], arn);
}

TEST_F(BatchGetSecretValue, GoesFromPageToPage) {
  Json body = {{"Filters", Json::array()}, {"MaxResults", 2}};
  const auto first = batch(body);
  EXPECT_THAT(names(first), ElementsAre("c", "a"));
  body["NextToken"] = first["NextToken"];
  const auto second = batch(body);
  EXPECT_THAT(names(second), ElementsAre("b"));
  EXPECT_FALSE(second.body.contains("NextToken"));
}

TEST_F(BatchGetSecretValue, HasTwentySecretsToAPage) {
  for (int i = 0; i < 18; ++i) service.create("s" + std::to_string(i));
  const auto heard = batch({{"Filters", Json::array()}});
  EXPECT_EQ(names(heard).size(), 20u);
  EXPECT_TRUE(heard.body.contains("NextToken"));
}

TEST_F(BatchGetSecretValue, RefusesATokenForAnotherList) {
  constexpr std::string_view kBadToken =
      "400 InvalidNextTokenException: The NextToken value is invalid.";
  const auto next = batch({{"Filters", Json::array()}, {"MaxResults", 1}})["NextToken"];
  EXPECT_EQ(batch({{"Filters", filter("name", {"a"})}, {"NextToken", next}}).error(), kBadToken);
  EXPECT_EQ(batch({{"SecretIdList", {"a"}}, {"NextToken", next}}).error(), kBadToken);
  EXPECT_EQ(service.call("ListSecrets", {{"NextToken", next}}).error(), kBadToken);
}

TEST_F(BatchGetSecretValue, WantsAListOrFilters) {
  EXPECT_EQ(batch(Json::object()).error(), kNotBoth);
  EXPECT_EQ(batch({{"SecretIdList", {"a"}}, {"Filters", filter("name", {"a"})}}).error(), kNotBoth);
}

TEST_F(BatchGetSecretValue, HasPagesOnlyWithFilters) {
  EXPECT_EQ(batch({{"SecretIdList", {"a"}}, {"MaxResults", 1}}).error(),
            "400 InvalidParameterException: 'Filters' not specified. 'Filters' must also be "
            "specified when 'MaxResults' is provided.");
}

TEST_F(BatchGetSecretValue, WantsOneToTwentyIds) {
  EXPECT_TRUE(batch_of(Json::array()).error().starts_with("400 ValidationException"));
  EXPECT_TRUE(batch_of(Json(21, "a")).error().starts_with("400 ValidationException"));
  EXPECT_EQ(names(batch_of(Json(20, "a"))).size(), 20u);
}

TEST_F(BatchGetSecretValue, NotesTheDayOfTheAccessOfWhatItGives) {
  service.clock.advance(30h);
  batch_of({"a", "none"});
  EXPECT_EQ(service.describe("a")["LastAccessedDate"], 1'767'312'000);
  EXPECT_EQ(
      service.call("ListSecretVersionIds", {{"SecretId", "a"}})["Versions"][0]["LastAccessedDate"],
      1'767'312'000);
  EXPECT_FALSE(service.describe("b").body.contains("LastAccessedDate"));
}

TEST_F(BatchGetSecretValue, SeesOnlyItsOwnPlace) {
  const Json both = {{"Filters", Json::array()}};
  EXPECT_THAT(names(service.call_as("111122223333", "us-east-1", "BatchGetSecretValue", both)),
              ElementsAre());
}

}  // namespace
}  // namespace stunt::test
