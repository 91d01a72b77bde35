// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using Ids = std::vector<std::string>;

class ListSecretVersionIds : public Emulator {
 protected:
  void SetUp() override { put(1); }

  /// A version whose id is token(number).
  void put(int number, const Json& stages = nullptr) {
    if (number == 1) service.call("CreateSecret", {{"Name", "a"}});
    service.call("PutSecretValue", {{"SecretId", "a"},
                                    {"SecretString", "x"},
                                    {"ClientRequestToken", token(number)},
                                    {"VersionStages", stages}});
  }

  Heard list(const Json& more = Json::object()) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    return service.call("ListSecretVersionIds", body);
  }

  static Ids ids(const Heard& heard) {
    Ids ids;
    for (const auto& entry : heard["Versions"]) ids.push_back(entry["VersionId"]);
    return ids;
  }

  static std::vector<std::string> members(const Json& object) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    return names;
  }

  Json keys(std::size_t version) { return list()["Versions"][version]["KmsKeyIds"]; }

  void update(const Json& more) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    ASSERT_EQ(service.call("UpdateSecret", body).error(), "ok");
  }

  const Json kAll = {{"IncludeDeprecated", true}};
  static constexpr std::string_view kBadToken =
      "400 InvalidNextTokenException: The NextToken value is invalid.";
};

TEST_F(ListSecretVersionIds, AnswersInTheOrderOfTheModel) {
  service.get("a");
  const auto heard = list();
  EXPECT_THAT(members(heard.body), ElementsAre("Versions", "ARN", "Name"));
  EXPECT_THAT(
      members(heard["Versions"][0]),
      ElementsAre("VersionId", "VersionStages", "LastAccessedDate", "CreatedDate", "KmsKeyIds"));
  EXPECT_EQ(heard["ARN"], service.describe("a")["ARN"]);
  EXPECT_EQ(heard["Name"], "a");
}

TEST_F(ListSecretVersionIds, TellsWhatIsKnownOfAVersion) {
  service.clock.advance(713ms);
  put(2);
  EXPECT_EQ(list()["Versions"][1], (Json{{"VersionId", token(2)},
                                         {"VersionStages", {"AWSCURRENT"}},
                                         {"CreatedDate", 1767225600.713},
                                         {"KmsKeyIds", {"DefaultEncryptionKey"}}}));
}

TEST_F(ListSecretVersionIds, TellsOfDeprecatedVersionsOnlyIfAsked) {
  put(2);
  put(3);
  EXPECT_THAT(ids(list()), ElementsAre(token(2), token(3)));
  EXPECT_THAT(ids(list({{"IncludeDeprecated", false}})), ElementsAre(token(2), token(3)));
  EXPECT_THAT(ids(list(kAll)), ElementsAre(token(1), token(2), token(3)));
  EXPECT_FALSE(list(kAll)["Versions"][0].contains("VersionStages"));
}

TEST_F(ListSecretVersionIds, TellsTheDayOfTheAccessOfVersionsThatWereRead) {
  put(2);
  service.clock.advance(30h);
  service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "AWSPREVIOUS"}});
  const auto versions = list()["Versions"];
  EXPECT_EQ(versions[0]["LastAccessedDate"], 1'767'312'000);
  EXPECT_FALSE(versions[1].contains("LastAccessedDate"));
}

TEST_F(ListSecretVersionIds, IsEmptyForASecretWithoutAValue) {
  service.call("CreateSecret", {{"Name", "empty"}});
  EXPECT_EQ(list({{"SecretId", "empty"}})["Versions"], Json::array());
}

TEST_F(ListSecretVersionIds, GoesFromPageToPage) {
  for (int i = 2; i <= 5; ++i) put(i);
  auto asked = kAll;
  asked["MaxResults"] = 2;
  Ids found;
  for (const std::size_t size : {2u, 2u, 1u}) {
    const auto page = list(asked);
    EXPECT_EQ(page["Versions"].size(), size);
    EXPECT_EQ(page.body.contains("NextToken"), size == 2);
    for (const auto& id : ids(page)) found.push_back(id);
    asked["NextToken"] = page["NextToken"];
  }
  EXPECT_THAT(found, ElementsAre(token(1), token(2), token(3), token(4), token(5)));
}

TEST_F(ListSecretVersionIds, HasNoTokenOnALastPageThatIsFull) {
  put(2);
  EXPECT_FALSE(list({{"MaxResults", 2}}).body.contains("NextToken"));
}

TEST_F(ListSecretVersionIds, NeitherRepeatsNorSkipsWhileVersionsComeAndGo) {
  put(2);
  put(3);
  auto asked = kAll;
  asked["MaxResults"] = 1;
  asked["NextToken"] = list(asked)["NextToken"];
  put(4);
  asked["MaxResults"] = 100;
  EXPECT_THAT(ids(list(asked)), ElementsAre(token(2), token(3), token(4)));
}

TEST_F(ListSecretVersionIds, HasAHundredVersionsToAPage) {
  for (int i = 2; i <= 101; ++i) put(i);
  EXPECT_EQ(ids(list(kAll)).size(), 100u);
}

TEST_F(ListSecretVersionIds, RefusesATokenForAnotherList) {
  put(2);
  service.create("b");
  const auto next = list({{"MaxResults", 1}})["NextToken"];
  EXPECT_EQ(list({{"NextToken", next}}).error(), "ok");
  EXPECT_EQ(list({{"NextToken", next}, {"SecretId", "b"}}).error(), kBadToken);
  EXPECT_EQ(list({{"NextToken", next}, {"IncludeDeprecated", true}}).error(), kBadToken);
  EXPECT_EQ(service.call("ListSecrets", {{"NextToken", next}}).error(), kBadToken);
  EXPECT_EQ(list({{"NextToken", "x"}}).error(), kBadToken);
}

TEST_F(ListSecretVersionIds, LosesOldVersionsWithoutLabelsBeyondAHundred) {
  for (int i = 2; i <= 131; ++i) put(i);
  const auto count = [&] {
    auto asked = kAll;
    std::size_t found = 0;
    do {
      const auto page = list(asked);
      found += page["Versions"].size();
      asked["NextToken"] = page["NextToken"];
    } while (!asked["NextToken"].is_null());
    return found;
  };
  service.clock.advance(24h - 1us);
  EXPECT_EQ(count(), 131u);
  service.clock.advance(1us);
  EXPECT_EQ(count(), 102u);
  EXPECT_EQ(ids(list(kAll)).front(), token(30));
}

TEST_F(ListSecretVersionIds, WorksForWhatIsScheduledForDeletion) {
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_THAT(ids(list()), ElementsAre(token(1)));
}

TEST_F(ListSecretVersionIds, WantsASecretThatIsThere) {
  EXPECT_EQ(list({{"SecretId", "none"}}).error(), kNotFound);
}

TEST_F(ListSecretVersionIds, IsNoAccess) {
  list();
  EXPECT_FALSE(service.describe("a").body.contains("LastAccessedDate"));
}

TEST_F(ListSecretVersionIds, TellsTheKeyThatAVersionWasMadeWith) {
  update({{"KmsKeyId", "alias/mine"}, {"SecretString", "y"}});
  EXPECT_EQ(keys(1), Json::array({"alias/mine"}));
}

TEST_F(ListSecretVersionIds, TellsOldAndNewKeyOfVersionsThatWereEncryptedAgain) {
  put(2);
  update({{"KmsKeyId", "alias/mine"}});
  const auto both = Json::array({"alias/mine", "DefaultEncryptionKey"});
  EXPECT_EQ(keys(0), both);
  EXPECT_EQ(keys(1), both);
  update({{"KmsKeyId", "alias/other"}});
  EXPECT_EQ(keys(1), Json::array({"alias/other", "alias/mine"}));
}

TEST_F(ListSecretVersionIds, TellsTheOldKeyOfVersionsThatWereNotEncryptedAgain) {
  put(2, {"MINE"});
  put(3, {"AWSPENDING"});
  update({{"KmsKeyId", "alias/mine"}});
  EXPECT_EQ(keys(1), Json::array({"DefaultEncryptionKey"}));
  EXPECT_EQ(keys(2), Json::array({"alias/mine", "DefaultEncryptionKey"}));
}

TEST_F(ListSecretVersionIds, TellsOneKeyIfItOnlySeemsToChange) {
  update({{"KmsKeyId", ""}});
  update({{"KmsKeyId", "alias/aws/secretsmanager"}});
  EXPECT_EQ(keys(0), Json::array({"DefaultEncryptionKey"}));
}

}  // namespace
}  // namespace stunt::test
