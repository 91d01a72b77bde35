// SPDX-License-Identifier: MIT
#include "recorder/replay/remap.h"

#include <map>

#include <gmock/gmock.h>

#include "world/random.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::chrono_literals;

constexpr const char* kThere = "11111111-1111-4111-8111-111111111111";
constexpr const char* kHere = "22222222-2222-4222-8222-222222222222";
constexpr const char* kElsewhere = "33333333-3333-4333-8333-333333333333";

std::string arn(const char* place, const char* suffix) {
  return std::string("arn:aws:secretsmanager:") + place + ":secret:prod/db" + suffix;
}

TEST(IdMap, LeavesWhatItDoesNotKnow) {
  const IdMap map(Remap::all);
  const Json body = {{"VersionId", kThere}, {"Name", "a"}, {"List", {1, true, nullptr}}};
  EXPECT_EQ(map.to_live(body), body);
  EXPECT_EQ(map.to_recorded(body), body);
}

TEST(IdMap, PairsIdsAtEqualPaths) {
  IdMap map(Remap::ids);
  map.learn({{"ClientRequestToken", kThere}}, {{"ClientRequestToken", kHere}});
  std::set<std::string> translated;
  EXPECT_EQ(map.to_live({{"VersionId", kThere}}, &translated), Json({{"VersionId", kHere}}));
  EXPECT_THAT(translated, ElementsAre("VersionId"));
  EXPECT_EQ(map.to_recorded({{"Versions", {{{"VersionId", kHere}}}}}),
            Json({{"Versions", {{{"VersionId", kThere}}}}}));
}

TEST(IdMap, PairsArnsOfOneSecretWithAndWithoutSuffix) {
  IdMap map(Remap::ids);
  map.learn({{"ARN", arn("us-east-1:111122223333", "-AbCdEf")}},
            {{"ARN", arn("eu-west-1:000000000000", "-XyZxYz")}});
  EXPECT_EQ(map.to_live({{"SecretId", arn("us-east-1:111122223333", "-AbCdEf")}}),
            Json({{"SecretId", arn("eu-west-1:000000000000", "-XyZxYz")}}));
  EXPECT_EQ(map.to_live({{"SecretId", arn("us-east-1:111122223333", "")}}),
            Json({{"SecretId", arn("eu-west-1:000000000000", "")}}));
  map.learn({{"ARN", "arn:aws:secretsmanager:r:1:secret:a-AbCdEf"}},
            {{"ARN", "arn:aws:secretsmanager:r:1:secret:b-AbCdEf"}});
  EXPECT_EQ(map.to_live("arn:aws:secretsmanager:r:1:secret:a-AbCdEf"),
            "arn:aws:secretsmanager:r:1:secret:a-AbCdEf");
  EXPECT_TRUE(map.conflicts().empty());
}

TEST(IdMap, FindsIdsInsideOfTexts) {
  IdMap map(Remap::ids);
  map.learn({{"VersionId", kThere}}, {{"VersionId", kHere}});
  EXPECT_EQ(map.to_live({{"Message", std::string("no version ") + kThere + "."}}),
            Json({{"Message", std::string("no version ") + kHere + "."}}));
  EXPECT_EQ(map.to_live({{"SecretString", std::string("{\"v\":\"") + kThere + "\"}"}}),
            Json({{"SecretString", std::string("{\"v\":\"") + kHere + "\"}"}}));
  EXPECT_EQ(map.to_live({{"Description", std::string("x") + kThere}}),
            Json({{"Description", std::string("x") + kThere}}));
}

TEST(IdMap, TakesShortIdsAtTheirOwnPlacesOnly) {
  IdMap map(Remap::ids);
  map.learn({{"NextToken", "2"}, {"VersionId", "v1"}}, {{"NextToken", "7"}, {"VersionId", "w1"}});
  EXPECT_EQ(map.to_live({{"NextToken", "2"}, {"VersionId", "v1"}, {"Name", "2"}, {"Tag", "v1"}}),
            Json({{"NextToken", "7"}, {"VersionId", "w1"}, {"Name", "2"}, {"Tag", "v1"}}));
}

TEST(IdMap, PairsVersionsByTheirStages) {
  IdMap map(Remap::ids);
  map.learn({{"VersionIdsToStages", {{kThere, {"AWSCURRENT"}}, {"a", {"AWSPREVIOUS"}}}}},
            {{"VersionIdsToStages", {{"b", {"AWSPREVIOUS"}}, {kHere, {"AWSCURRENT"}}}}});
  EXPECT_EQ(map.to_live({{"VersionIdsToStages", {{kThere, {"AWSCURRENT"}}}}}),
            Json({{"VersionIdsToStages", {{kHere, {"AWSCURRENT"}}}}}));
  EXPECT_EQ(map.to_live({{"VersionId", "a"}}), Json({{"VersionId", "b"}}));
}

TEST(IdMap, ReportsWhatContradictsAndBelievesTheNewest) {
  IdMap map(Remap::ids);
  map.learn({{"VersionId", kThere}}, {{"VersionId", kHere}});
  map.learn({{"VersionId", kThere}}, {{"VersionId", kHere}});
  EXPECT_TRUE(map.conflicts().empty());
  map.learn({{"VersionId", kThere}}, {{"VersionId", kElsewhere}});
  ASSERT_EQ(map.conflicts().size(), 1u);
  EXPECT_EQ(map.conflicts()[0].before, kHere);
  EXPECT_THAT(to_string(map.conflicts()[0]), HasSubstr("VersionId 1111"));
  EXPECT_EQ(map.to_live({{"VersionId", kThere}}), Json({{"VersionId", kElsewhere}}));
  EXPECT_EQ(map.to_recorded({{"VersionId", kHere}}), Json({{"VersionId", kHere}}));
}

TEST(IdMap, DoesNotMindAnotherPartnerInAnotherRound) {
  IdMap map(Remap::ids);
  map.learn({{"VersionId", kThere}}, {{"VersionId", kHere}});
  map.learn_again({{"VersionId", kThere}}, {{"VersionId", kElsewhere}});
  EXPECT_TRUE(map.conflicts().empty());
}

TEST(IdMap, DoesNothingIfNothingIsWanted) {
  IdMap map(Remap::none, 1h);
  map.learn({{"VersionId", kThere}}, {{"VersionId", kHere}});
  const Json body = {{"VersionId", kThere}, {"CreatedDate", 1000}};
  EXPECT_EQ(map.to_live(body), body);
}

TEST(IdMap, MovesDates) {
  const Json recorded = {
      {"CreatedDate", 1764297600.123}, {"LastAccessedDate", 1764288000}, {"Size", 7}};
  const IdMap map(Remap::all, 36h + 500ms);
  const auto live = map.to_live(recorded);
  EXPECT_EQ(live["CreatedDate"], 1764427200.623);
  EXPECT_EQ(live["LastAccessedDate"].get<std::int64_t>() % 86400, 0) << "told by the day";
  EXPECT_EQ(live["Size"], 7);
  EXPECT_EQ(map.to_recorded(live), recorded);
  EXPECT_EQ(IdMap(Remap::ids, 36h).to_live(recorded), recorded);
}

/// Random pairs, contradicting ones among them, against a model that keeps a bijection naively.
TEST(IdMap, IsABijectionWhateverItLearns) {
  const world::Random random(4711);
  std::uint64_t drawn = 0;
  const auto any_of_twelve = [&] { return std::to_string(random.draw({"id"}, ++drawn) % 12); };
  for (int round = 0; round < 200; ++round) {
    IdMap map(Remap::ids);
    std::map<std::string, std::string> model;
    std::size_t conflicts = 0;
    for (int i = 0; i < 40; ++i) {
      const auto recorded = "r" + any_of_twelve();
      const auto live = "l" + any_of_twelve();
      map.learn({{"VersionId", recorded}}, {{"VersionId", live}});
      const auto known = model.find(recorded);
      if (known != model.end() && known->second == live) continue;
      const auto taken = std::erase_if(
          model, [&](const auto& pair) { return pair.first == recorded || pair.second == live; });
      if (taken > 0) ++conflicts;
      model[recorded] = live;
    }
    EXPECT_EQ(map.conflicts().size(), conflicts);
    for (int i = 0; i < 12; ++i) {
      const Json recorded = {{"VersionId", "r" + std::to_string(i)}};
      const auto there = map.to_live(recorded);
      const auto known = model.find(recorded["VersionId"]);
      const Json expected = known == model.end() ? recorded["VersionId"] : Json(known->second);
      EXPECT_EQ(there["VersionId"], expected);
      EXPECT_EQ(map.to_recorded(there), recorded);
    }
  }
}

}  // namespace
}  // namespace stunt::recorder
