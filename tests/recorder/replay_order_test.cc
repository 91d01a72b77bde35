// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "player.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using aws::Json;
using test::Act;
using test::get;
using test::got;
using test::Player;
using test::put;
using test::Tape;
using testing::ElementsAre;
using testing::HasSubstr;

/// Answers of one key and of another, in turn.
Tape in_turn() {
  return Tape()
      .add(get("a").answer(200, {{"Name", "a1"}}))
      .add(get("b").answer(200, {{"Name", "b1"}}))
      .add(get("a").answer(200, {{"Name", "a2"}}));
}

std::vector<std::string> names(Player& player, const std::vector<const char*>& secrets) {
  std::vector<std::string> names;
  for (const auto* secret : secrets) {
    const auto body = player.body(get(secret));
    names.push_back(body.contains("Name") ? body["Name"] : body["__type"]);
  }
  return names;
}

constexpr const char* kMiss = "StuntReplayMiss";

TEST(ReplayOrder, PerKeyLetsKeysComeAsTheyLike) {
  Player player(in_turn(), {.order = Order::per_key});
  EXPECT_THAT(names(player, {"b", "a", "a", "a"}), ElementsAre("b1", "a1", "a2", kMiss));
}

TEST(ReplayOrder, StrictWantsTheOrderOfTheRecording) {
  Player player(in_turn(), {.order = Order::strict});
  EXPECT_THAT(names(player, {"a", "b", "a"}), ElementsAre("a1", "b1", "a2"));
  EXPECT_EQ(player.miss(get("a")), "the recording is at its end");
}

TEST(ReplayOrder, StrictSaysWhatIsNextAndWaitsForIt) {
  Player player(in_turn(), {.order = Order::strict});
  EXPECT_EQ(player.miss(get("b")),
            "GetSecretValue for b came out of order: the recording goes on with seq 1, "
            "GetSecretValue for a; seq 1 differs at /SecretId: recorded a, got b");
  EXPECT_THAT(names(player, {"a", "b"}), ElementsAre("a1", "b1"));
}

TEST(ReplayOrder, AnyGivesTheFirstAgainAndAgain) {
  Player player(in_turn(), {.order = Order::any});
  EXPECT_THAT(names(player, {"a", "a", "b", "a"}), ElementsAre("a1", "a1", "b1", "a1"));
}

TEST(ReplayOrder, AnyTakesTheOneWhoseSecretsSuit) {
  const auto wrote = [](const char* value, const char* version) {
    return put("a", value).answer(200, {{"VersionId", version}});
  };
  Player player(Tape().add(wrote("recorded-1", "v1")).add(wrote("recorded-2", "v2")),
                {.order = Order::any});
  EXPECT_EQ(player.body(put("a", "one"))["VersionId"], "v1");
  EXPECT_EQ(player.body(put("a", "two"))["VersionId"], "v2");
  EXPECT_EQ(player.body(put("a", "one"))["VersionId"], "v1");
  EXPECT_NE(player.miss(put("a", "three")), "");
}

TEST(ReplayExhausted, RepeatsTheLast) {
  Player player(in_turn(), {.exhausted = Exhausted::repeat_last});
  EXPECT_THAT(names(player, {"a", "a", "a", "a"}), ElementsAre("a1", "a2", "a2", "a2"));
}

TEST(ReplayExhausted, BeginsAnew) {
  Player player(in_turn(), {.exhausted = Exhausted::cycle});
  EXPECT_THAT(names(player, {"a", "a", "a", "b", "b"}), ElementsAre("a1", "a2", "a1", "b1", "b1"));
}

TEST(ReplayExhausted, BeginsAnewInTheStrictOrder) {
  Player player(in_turn(), {.order = Order::strict, .exhausted = Exhausted::cycle});
  EXPECT_THAT(names(player, {"a", "b", "a", "b", "a", "b"}),
              ElementsAre("a1", "b1", "a2", kMiss, "a1", "b1"));
}

TEST(ReplayExhausted, GivesTheTokenThatWasSentLast) {
  const auto write = [](const char* token) {
    return Act("PutSecretValue",
               {{"SecretId", "a"}, {"ClientRequestToken", token}, {"SecretString", "x"}});
  };
  Player player(Tape().add(write("recorded-token").answer(200, {{"VersionId", "recorded-token"}})),
                {.exhausted = Exhausted::cycle});
  EXPECT_EQ(player.body(write("first-token"))["VersionId"], "first-token");
  EXPECT_EQ(player.body(write("second-token"))["VersionId"], "second-token");
  EXPECT_EQ(player.replay().status().conflicts, 0u);
}

TEST(ReplayMatch, IgnoresWhatItIsToldTo) {
  const auto described = [](const char* text, const char* tag) {
    return Act("CreateSecret",
               {{"Name", "a"}, {"Description", text}, {"Tags", {{{"Key", "k"}, {"Value", tag}}}}});
  };
  Player player(Tape().add(described("one", "x")).add(described("two", "y")),
                {.ignore = {"/Description", "/Tags/0/Value", "/Absent/Too"}});
  EXPECT_EQ(player.miss(described("other", "z")), "");
  EXPECT_THAT(player.miss(described("other", "z").header("X-Other", "1")), "");
}

TEST(ReplayMatch, ComparesTokensIfTheyAreNotIgnored) {
  const auto listed = [](const char* token) { return Act("ListSecrets", {{"NextToken", token}}); };
  Player player(Tape().add(listed("one")).add(listed("two").answer(400, {{"__type", "X"}})),
                {.ignore = {}});
  EXPECT_EQ(player.answer(listed("two")).reply->status, 400);
  EXPECT_EQ(player.answer(listed("one")).reply->status, 200);
  EXPECT_NE(player.miss(listed("three")), "");
}

TEST(ReplayMatch, RefusesWhatIsNoPointer) {
  EXPECT_THROW(Player(Tape(), {.ignore = {"Description"}}), std::invalid_argument);
}

TEST(ReplayMatch, TellsAccessKeysApart) {
  const auto from = [](const char* key) {
    return get("a").header("Authorization", std::string("AWS4-HMAC-SHA256 Credential=") + key +
                                                "/20260101/eu-west-1/secretsmanager/aws4_request, "
                                                "SignedHeaders=host, Signature=00");
  };
  const auto tape = Tape().add(from("AKIDONE").answer(200, {{"Name", "one"}}));
  Player by_key(tape, {.by_access_key = true});
  EXPECT_NE(by_key.miss(from("AKIDTWO")), "");
  EXPECT_EQ(by_key.body(from("AKIDONE"))["Name"], "one");
  Player by_region(tape, {.by_region = true});
  EXPECT_NE(by_region.miss(get("a")), "");
  EXPECT_EQ(by_region.body(from("AKIDTWO"))["Name"], "one");
}

TEST(ReplayMatch, ComparesTheSecretOnlyIfTheBodyDoesNotCount) {
  const auto staged = Act("GetSecretValue", {{"SecretId", "a"}, {"VersionStage", "AWSPENDING"}});
  Player player(Tape().add(get("a")).add(get("b")), {.by_body = false});
  EXPECT_EQ(player.miss(staged), "");
  EXPECT_NE(player.miss(get("c")), "");
}

TEST(ReplayTime, IsNoneUnlessAskedFor) {
  const auto slow = get("a").took(300ms, 700ms);
  const auto delay = [&](double scale) {
    Player player(Tape().add(slow), {.time_scale = scale});
    return player.answer(get("a")).shape.delay;
  };
  // A deterministic recording knows only what was injected.
  EXPECT_EQ(delay(0), 0ms);
  EXPECT_EQ(delay(1), 700ms);
  EXPECT_EQ(delay(0.5), 350ms);
}

TEST(ReplayUnused, TellsWhatNobodyAskedFor) {
  Player player(in_turn());
  player.answer(get("a"));
  const auto unused = player.replay().unused();
  ASSERT_EQ(unused.size(), 2u);
  EXPECT_EQ(unused[0].seq, 2u);
  EXPECT_EQ(unused[0].operation, "GetSecretValue");
  EXPECT_EQ(unused[0].secret, "b");
  EXPECT_EQ(unused[1].seq, 3u);
  const auto status = player.replay().status();
  EXPECT_EQ(status.recordings, 3u);
  EXPECT_EQ(status.played, 1u);
}

TEST(ReplayUnused, CountsMisses) {
  Player player(in_turn());
  player.answer(get("c"));
  EXPECT_EQ(player.replay().status().misses, 1u);
  EXPECT_EQ(player.replay().status().played, 0u);
}

TEST(Replay, TakesValuesThatAreKnown) {
  const auto known = [](const Pseudonym& one) -> std::optional<std::string> {
    return one.number == 1 ? std::optional<std::string>("of the vault") : std::nullopt;
  };
  Player player(Tape().add(got("a", "recorded-1")).add(got("b", "recorded-2")), {},
                {.known = known});
  EXPECT_EQ(player.body(get("a"))["SecretString"], "of the vault");
  EXPECT_THAT(player.body(get("b"))["SecretString"], testing::StartsWith("stunt-"));
}

}  // namespace
}  // namespace stunt::recorder
