// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;
using testing::ElementsAre;

class ListSecrets : public Emulator {
 protected:
  Heard list(const Json& body = Json::object()) { return service.call("ListSecrets", body); }

  static Names names(const Heard& heard) {
    Names names;
    for (const auto& entry : heard["SecretList"]) names.push_back(entry["Name"]);
    return names;
  }

  void make(std::initializer_list<const char*> names) {
    for (const char* name : names) {
      service.create(name);
      service.clock.advance(1s);
    }
  }

  /// The list from page to page, as a client follows it.
  Names all(Json body) {
    Names found;
    for (int pages = 0; pages < 100; ++pages) {
      const auto heard = list(body);
      EXPECT_EQ(heard.error(), "ok");
      for (const auto& name : names(heard)) found.push_back(name);
      if (heard["NextToken"].is_null()) break;
      body["NextToken"] = heard["NextToken"];
    }
    return found;
  }

  static constexpr std::string_view kBadToken =
      "400 InvalidNextTokenException: The NextToken value is invalid.";
};

TEST_F(ListSecrets, IsEmptyWhereNothingIs) {
  EXPECT_EQ(list().body, (Json{{"SecretList", Json::array()}}));
}

TEST_F(ListSecrets, TellsOfEachSecretWhatDescribeSecretTells) {
  service.call("CreateSecret", {{"Name", "a"}, {"SecretString", "x"}, {"Description", "d"}});
  auto entry = list()["SecretList"][0];
  auto described = service.describe("a").body;
  EXPECT_EQ(entry["SecretVersionsToStages"], described["VersionIdsToStages"]);
  entry.erase("SecretVersionsToStages");
  described.erase("VersionIdsToStages");
  EXPECT_EQ(entry, described);
}

TEST_F(ListSecrets, IsInTheOrderOfCreation) {
  make({"c", "a", "b"});
  EXPECT_THAT(names(list()), ElementsAre("c", "a", "b"));
  EXPECT_THAT(names(list({{"SortOrder", "desc"}})), ElementsAre("b", "a", "c"));
}

TEST_F(ListSecrets, IsInTheOrderOfCreationAlsoWhenTimeStandsStill) {
  for (const char* name : {"c", "a", "b"}) service.create(name);
  EXPECT_THAT(names(list()), ElementsAre("c", "a", "b"));
  EXPECT_THAT(all({{"MaxResults", 1}, {"SortOrder", "desc"}}), ElementsAre("b", "a", "c"));
}

TEST_F(ListSecrets, IsSortedAsItIsTold) {
  make({"c", "a", "b"});
  service.put("c", "two");
  service.clock.advance(48h);
  service.get("a");
  EXPECT_THAT(names(list({{"SortBy", "name"}})), ElementsAre("a", "b", "c"));
  EXPECT_THAT(names(list({{"SortBy", "name"}, {"SortOrder", "desc"}})), ElementsAre("c", "b", "a"));
  EXPECT_THAT(names(list({{"SortBy", "created-date"}})), ElementsAre("c", "a", "b"));
  EXPECT_THAT(names(list({{"SortBy", "last-changed-date"}})), ElementsAre("a", "b", "c"));
  EXPECT_THAT(names(list({{"SortBy", "last-accessed-date"}})), ElementsAre("c", "b", "a"));
}

TEST_F(ListSecrets, HidesWhatIsScheduledForDeletion) {
  make({"a", "b"});
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_THAT(names(list()), ElementsAre("b"));
  EXPECT_THAT(names(list({{"IncludePlannedDeletion", true}})), ElementsAre("a", "b"));
  service.clock.advance(std::chrono::days(30));
  EXPECT_THAT(names(list({{"IncludePlannedDeletion", true}})), ElementsAre("b"));
}

TEST_F(ListSecrets, HasAHundredSecretsToAPage) {
  for (int i = 0; i < 101; ++i) service.create("s" + std::to_string(i));
  EXPECT_EQ(names(list()).size(), 100u);
  EXPECT_TRUE(list()["NextToken"].is_string());
  EXPECT_EQ(all(Json::object()).size(), 101u);
}

TEST_F(ListSecrets, HasNoTokenOnTheLastPage) {
  make({"a", "b"});
  EXPECT_TRUE(list({{"MaxResults", 1}}).body.contains("NextToken"));
  EXPECT_FALSE(list({{"MaxResults", 2}}).body.contains("NextToken"));
}

TEST_F(ListSecrets, GoesFromPageToPageInEveryOrder) {
  make({"e", "b", "d", "a", "c"});
  for (const char* by : {"name", "created-date", "last-changed-date", "last-accessed-date"}) {
    for (const char* order : {"asc", "desc"}) {
      const Json body = {{"SortBy", by}, {"SortOrder", order}};
      auto paged = body;
      paged["MaxResults"] = 2;
      EXPECT_EQ(all(paged), names(list(body))) << by << " " << order;
    }
  }
}

TEST_F(ListSecrets, NeitherRepeatsNorSkipsWhileSecretsComeAndGo) {
  make({"a", "b", "c", "d"});
  const auto first = list({{"MaxResults", 2}});
  make({"e"});
  service.call("DeleteSecret", {{"SecretId", "b"}, {"ForceDeleteWithoutRecovery", true}});
  EXPECT_THAT(names(list({{"MaxResults", 2}, {"NextToken", first["NextToken"]}})),
              ElementsAre("c", "d"));
}

TEST_F(ListSecrets, RefusesATokenThatIsNone) {
  for (const char* token : {"x", "AAAA", "eyJvZmZzZXQiOiAyfQ=="}) {
    EXPECT_EQ(list({{"NextToken", token}}).error(), kBadToken) << token;
  }
}

TEST_F(ListSecrets, RefusesATokenForAnotherList) {
  make({"a", "b", "c"});
  const auto next = list({{"MaxResults", 1}})["NextToken"];
  EXPECT_EQ(list({{"NextToken", next}, {"MaxResults", 2}}).error(), "ok");
  EXPECT_EQ(list({{"NextToken", next}, {"SortOrder", "desc"}}).error(), kBadToken);
  EXPECT_EQ(list({{"NextToken", next}, {"SortBy", "name"}}).error(), kBadToken);
  EXPECT_EQ(list({{"NextToken", next}, {"Filters", filter("name", {"a"})}}).error(), kBadToken);
  EXPECT_EQ(
      service.call_as("111122223333", "us-east-1", "ListSecrets", {{"NextToken", next}}).error(),
      kBadToken);
}

}  // namespace
}  // namespace stunt::test
