// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "player.h"
#include "recorder/replay/near_miss.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::create;
using test::get;
using test::Player;
using test::put;
using test::Tape;
using testing::HasSubstr;
using testing::Not;

Act staged(const char* secret, const char* stage) {
  return Act("GetSecretValue", {{"SecretId", secret}, {"VersionStage", stage}});
}

bool never_clashes(std::span<const Pseudonym>, std::span<const Pseudonym>) { return false; }

TEST(ReplayMiss, IsAnErrorThatNoSdkRetries) {
  Player player((Tape()));
  const auto outcome = player.answer(get("prod/db"));
  EXPECT_EQ(outcome.reply->status, 400);
  EXPECT_EQ(outcome.reply->body,
            R"({"__type":"StuntReplayMiss","Message":"no recorded GetSecretValue for prod/db"})");
  EXPECT_FALSE(outcome.replayed);
  EXPECT_TRUE(outcome.near.empty());
}

TEST(ReplayMiss, NamesTheNearestRequestAndWhereItDiffers) {
  Player player(Tape().add(staged("other", "AWSCURRENT")).add(staged("prod/db", "AWSCURRENT")));
  const auto outcome = player.answer(staged("prod/db", "AWSPENDING"));
  EXPECT_EQ(Json::parse(outcome.reply->body)["Message"],
            "no recorded GetSecretValue for prod/db; nearest seq 2 differs at /VersionStage: "
            "recorded AWSCURRENT, got AWSPENDING");
  ASSERT_EQ(outcome.near.size(), 2u);
  EXPECT_EQ(outcome.near[0].seq, 2u);
  EXPECT_EQ(outcome.near[0].distance, 0.5);
  EXPECT_EQ(outcome.near[1].distance, 1);
}

TEST(ReplayMiss, NamesWhatIsMissing) {
  Player player(Tape().add(staged("a", "AWSCURRENT")));
  EXPECT_THAT(player.miss(get("a")), HasSubstr("/VersionStage: recorded AWSCURRENT, got (absent)"));
}

TEST(ReplayMiss, NamesAllThatDiffers) {
  Player player(Tape().add(staged("a", "AWSCURRENT")));
  const auto outcome = player.answer(staged("b", "AWSPENDING"));
  EXPECT_EQ(Json::parse(outcome.reply->body)["Message"],
            "no recorded GetSecretValue for b; nearest seq 1 differs at /SecretId: recorded a, got "
            "b; at /VersionStage: recorded AWSCURRENT, got AWSPENDING");
  ASSERT_EQ(outcome.near.size(), 1u);
  EXPECT_EQ(outcome.near[0].differences.size(), 2u);
}

TEST(ReplayMiss, LooksAmongTheSameSecretFirst) {
  Tape tape;
  for (int i = 0; i < 1100; ++i) tape.add(get("other"));
  tape.add(staged("prod/db", "AWSCURRENT"));
  Player player(std::move(tape));
  EXPECT_THAT(player.miss(staged("prod/db", "AWSPENDING")), HasSubstr("nearest seq 1101 "));
}

TEST(ReplayMiss, NamesThreeAtMost) {
  Tape tape;
  for (int i = 0; i < 9; ++i) tape.add(get("secret-" + std::to_string(i)));
  Player player(std::move(tape));
  EXPECT_EQ(player.answer(get("secret-x")).near.size(), 3u);
}

TEST(ReplayMiss, NeverShowsASecret) {
  Player player(Tape().add(put("a", "recorded-1")).add(put("b", R"({"pw":"recorded-1"})")));
  const auto outcome = player.answer(Act(
      "PutSecretValue", {{"SecretId", "c"}, {"SecretString", "hunter22"}, {"Extra", "hunter22"}}));
  EXPECT_THAT(outcome.reply->body, Not(HasSubstr("hunter22")));
  EXPECT_THAT(outcome.reply->body, Not(HasSubstr("secret:")));
  ASSERT_EQ(outcome.near.size(), 2u);
  for (const auto& near : outcome.near) {
    for (const auto& difference : near.differences) {
      EXPECT_THAT(difference.got, Not(HasSubstr("hunter22")));
    }
  }
}

TEST(ReplayMiss, SaysThatAllAnswersAreUsed) {
  Player player(Tape().add(get("a")).add(get("a")).add(get("a")).add(get("b")));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(player.miss(get("a")), "");
  EXPECT_EQ(player.miss(get("a")), "all 3 recorded answers of GetSecretValue for a are used");
  EXPECT_EQ(player.miss(get("b")), "");
  EXPECT_EQ(player.miss(get("b")), "the only recorded answer of GetSecretValue for b is used");
}

TEST(ReplayMiss, UsesNothingUp) {
  Player player(Tape().add(create("a", "recorded-1")).add(put("a", "recorded-1")));
  player.answer(create("a", "one"));
  EXPECT_NE(player.miss(put("a", "two")), "");
  EXPECT_EQ(player.miss(put("a", "one")), "");
}

TEST(ReplayMiss, DoesNotNameAnUnknownOperation) {
  Player player((Tape()));
  EXPECT_EQ(player.miss(Act("hunter22", Json::object())),
            "no recorded call of an unknown operation");
}

TEST(NearMisses, CutLongValuesBetweenCharacters) {
  const std::string text = std::string(79, 'x') + "é" + std::string(50, 'y');
  const Candidate candidate{1, {{"a", "b"}}};
  const auto near = near_misses({&candidate, 1}, {{"a", text}}, never_clashes);
  ASSERT_EQ(near.size(), 1u);
  EXPECT_EQ(near[0].differences.at(0).got, std::string(79, 'x') + "…");
}

TEST(NearMisses, TellEveryDifferenceUpToALimit) {
  Json recorded = Json::object(), live = Json::object();
  for (int i = 10; i < 10 + int(kMostDifferences) + 2; ++i) {
    recorded["m" + std::to_string(i)] = "a";
    live["m" + std::to_string(i)] = "b";
  }
  recorded["same"] = live["same"] = 1;
  const Candidate candidate{4, recorded};
  const auto near = near_misses({&candidate, 1}, live, never_clashes);
  ASSERT_EQ(near.size(), 1u);
  EXPECT_EQ(near[0].differences.size(), kMostDifferences);
  EXPECT_EQ(near[0].more, 2u);
  EXPECT_THAT(to_text(near[0]), HasSubstr("seq 4 differs at /m10: recorded a, got b; at /m11: "));
  EXPECT_THAT(to_text(near[0]), HasSubstr("; and in 2 more"));
}

}  // namespace
}  // namespace stunt::recorder
