// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using Names = std::vector<std::string>;
using testing::ElementsAre;

constexpr std::array kSortBys = {"name", "created-date", "last-changed-date", "last-accessed-date"};

class ListSecrets : public testing::Test {
 protected:
  ListSecrets() = default;
  explicit ListSecrets(emulator::Settings settings) : service(std::move(settings)) {}

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

  Service service;
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
  for (const char* by : kSortBys) {
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

/// Does 500 things to 40 secrets, and tells the names of those that are left, the oldest first.
Names live(Service& service) {
  const world::Random random(7);
  Names made;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const auto name = "s" + std::to_string(random.draw({"secret"}, i) % 40);
    const Json id = {{"SecretId", name}};
    service.clock.advance(std::chrono::hours(random.draw({"hours"}, i) % 8));
    switch (random.draw({"what"}, i) % 6) {
      case 0:
        if (service.create(name).error() == "ok") made.push_back(name);
        break;
      case 1:
        service.put(name, std::to_string(i));
        break;
      case 2:
        service.call("DeleteSecret", {{"SecretId", name}, {"RecoveryWindowInDays", 7}});
        break;
      case 3:
        service.call("RestoreSecret", id);
        break;
      case 4:
        service.call("DeleteSecret", {{"SecretId", name}, {"ForceDeleteWithoutRecovery", true}});
        std::erase(made, name);
        break;
      default:
        service.get(name);
    }
    std::erase_if(made, [&](const auto& each) { return service.describe(each).error() != "ok"; });
  }
  return made;
}

TEST_F(ListSecrets, IsInOrderWhateverHasHappened) {
  const auto made = live(service);
  ASSERT_GT(made.size(), 10u);
  const char* kMembers[] = {"Name", "CreatedDate", "LastChangedDate", "LastAccessedDate"};
  for (std::size_t i = 0; i < kSortBys.size(); ++i) {
    auto wanted = made;
    std::ranges::stable_sort(wanted, {},
                             [&](const auto& name) { return service.describe(name)[kMembers[i]]; });
    Json body = {{"SortBy", kSortBys[i]}, {"IncludePlannedDeletion", true}, {"MaxResults", 3}};
    EXPECT_EQ(all(body), wanted) << kSortBys[i];
    body["SortOrder"] = "desc";
    EXPECT_EQ(all(body), Names(wanted.rbegin(), wanted.rend())) << kSortBys[i];
  }
}

TEST_F(ListSecrets, ShowsASecretThatIsReadOrChangedBetweenPagesAtItsNewPlace) {
  make({"a", "b", "c"});
  const Json body = {{"SortBy", "last-changed-date"}, {"MaxResults", 1}};
  auto next = body;
  next["NextToken"] = list(body)["NextToken"];
  service.put("b", "two");
  EXPECT_THAT(all(next), ElementsAre("c", "b"));
}

TEST_F(ListSecrets, ForgetsWhatIsGoneAlsoWhenOnlyOthersAreAskedFor) {
  make({"a", "b"});
  service.call("DeleteSecret", {{"SecretId", "a"}, {"RecoveryWindowInDays", 7}});
  service.clock.advance(std::chrono::days(7));
  service.get("b");
  EXPECT_EQ(service.create("a").error(), "ok");
  EXPECT_THAT(names(list()), ElementsAre("b", "a"));
}

/// An emulator that looks at eleven secrets in a call and no more: ten, and whether there is
/// another.
class ListSecretsOfMany : public ListSecrets {
 protected:
  ListSecretsOfMany()
      : ListSecrets({.region = "us-east-1", .account = "000000000000", .search = 11}) {
    for (int i = 0; i < 300; ++i) {
      const auto name = "team" + std::to_string(i % 3) + "/" + std::to_string(i);
      service.create(name);
      if (i % 2 == 0) service.call("DeleteSecret", {{"SecretId", name}});
    }
  }

  /// Follows the list, and expects ten secrets on each page but the last.
  std::size_t full_pages(Json body) {
    body["MaxResults"] = 10;
    std::size_t count = 0;
    for (auto page = list(body);; page = list(body)) {
      count += page["SecretList"].size();
      if (page["NextToken"].is_null()) return count;
      EXPECT_EQ(page["SecretList"].size(), 10u) << body;
      body["NextToken"] = page["NextToken"];
    }
  }
};

TEST_F(ListSecretsOfMany, LooksAtNoneButThoseOnThePage) {
  for (const char* by : kSortBys) {
    for (const char* order : {"asc", "desc"}) {
      EXPECT_EQ(full_pages({{"SortBy", by}, {"SortOrder", order}}), 150u) << by << " " << order;
    }
  }
}

TEST_F(ListSecretsOfMany, LooksAtNoneButThoseWithThePrefix) {
  for (const char* order : {"asc", "desc"}) {
    Json body = {{"SortBy", "name"}, {"SortOrder", order}, {"Filters", filter("name", {"team1/"})}};
    EXPECT_EQ(full_pages(body), 50u) << order;
    body["IncludePlannedDeletion"] = true;
    EXPECT_EQ(full_pages(body), 100u) << order;
  }
}

TEST_F(ListSecretsOfMany, EndsAPageEarlyWhereOtherFiltersFindLittle) {
  service.call("TagResource", {{"SecretId", "team2/299"}, {"Tags", tags({{"team", "x"}})}});
  const Json body = {{"Filters", filter("tag-key", {"team"})}};
  EXPECT_THAT(names(list(body)), ElementsAre());
  EXPECT_TRUE(list(body)["NextToken"].is_string());
  EXPECT_THAT(all(body), ElementsAre("team2/299"));
}

TEST(Quota, IsOfSecretsInARegion) {
  Service service({.region = "us-east-1", .account = "000000000000", .secrets = 2});
  service.create("a");
  service.create("b");
  EXPECT_EQ(service.create("c").error(),
            "400 LimitExceededException: You can't have more than 2 secrets in a Region.");
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  EXPECT_EQ(service.create("c").error(), "ok");
}

}  // namespace
}  // namespace stunt::test
