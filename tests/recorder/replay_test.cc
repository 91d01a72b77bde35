// SPDX-License-Identifier: MIT
#include "recorder/replay/replay.h"

#include <fstream>

#include <gmock/gmock.h>

#include "player.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::create;
using test::get;
using test::got;
using test::Player;
using test::put;
using test::Tape;
using End = http::Delivery::End;

TEST(Replay, GivesTheRecordedAnswer) {
  Player player(Tape().add(got("a", "x").answer_header("x-amz-retry-after", "7")));
  const auto outcome = player.answer(get("a"));
  EXPECT_EQ(outcome.reply->status, 200);
  const http::Headers expected = {{"x-amzn-RequestId", "0f0e0d0c-0000-4000-8000-000000000000"},
                                  {"Content-Type", "application/x-amz-json-1.1"},
                                  {"x-amz-retry-after", "7"},
                                  {"Date", "Wed, 05 May 2027 05:05:05 GMT"}};
  EXPECT_EQ(outcome.reply->headers, expected);
  ASSERT_TRUE(outcome.replayed);
  EXPECT_EQ(outcome.replayed->from, player.path().string());
  EXPECT_EQ(outcome.replayed->seq, 1u);
}

TEST(Replay, GivesAnswersOfOneKeyInOrder) {
  Player player(Tape()
                    .add(get("a").answer(400, {{"__type", "ThrottlingException"}}))
                    .add(get("b").answer(200, {{"Name", "b"}}))
                    .add(get("a").answer(200, {{"Name", "a"}})));
  EXPECT_EQ(player.answer(get("a")).reply->status, 400);
  EXPECT_EQ(player.answer(get("a")).reply->status, 200);
  EXPECT_EQ(player.body(get("b"))["Name"], "b");
}

TEST(Replay, FollowsTheOrderOfArrivalAndNotOfCompletion) {
  Player player(Tape()
                    .add(get("a").seq(2).answer(200, {{"Name", "second"}}), true)
                    .add(get("a").seq(1).answer(200, {{"Name", "first"}}), true));
  EXPECT_EQ(player.body(get("a"))["Name"], "first");
  EXPECT_EQ(player.body(get("a"))["Name"], "second");
}

TEST(Replay, TakesAnArnForTheName) {
  Player player(Tape().add(get("a").answer(200, {{"Name", "a"}})));
  const auto outcome = player.answer(get("arn:aws:secretsmanager:us-east-1:1:secret:a-a1B2c3"));
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_FALSE(outcome.replayed->exact);
}

TEST(Replay, KnowsAnExactMatch) {
  Player player(Tape().add(create("a", "x")).add(create("b", "y")));
  EXPECT_TRUE(player.answer(create("a", "other")).replayed->exact);
  EXPECT_FALSE(
      player.answer(Act("CreateSecret", {{"SecretString", "z"}, {"Name", "b"}})).replayed->exact);
}

TEST(Replay, FillsInWhatTheClientSent) {
  Player player(Tape().add(create("a", "recorded-1")).add(got("a", "recorded-1")));
  player.answer(create("a", "of today"));
  EXPECT_EQ(player.body(get("a"))["SecretString"], "of today");
}

TEST(Replay, FillsInAJsonSecretLeafByLeaf) {
  const char* recorded = R"({"user": "app", "password": "recorded-1", "port": 5432})";
  Player player(Tape().add(create("a", recorded)).add(got("a", recorded)));
  const char* today = R"({"user": "me", "password": "p\"w", "port": 99})";
  player.answer(create("a", today));
  EXPECT_EQ(player.body(get("a"))["SecretString"], today);
}

TEST(Replay, MakesUpWhatNobodySent) {
  Player player(Tape().add(got("a", R"({"password":"recorded-1","port":5432,"tls":true})")));
  const auto secret = Json::parse(player.body(get("a"))["SecretString"].get<std::string>());
  EXPECT_TRUE(secret["password"].get<std::string>().starts_with("stunt-"));
  EXPECT_TRUE(secret["port"].is_number_integer());
  EXPECT_TRUE(secret["tls"].is_boolean());
}

TEST(Replay, MakesUpTheSameFromTheSameSeed) {
  const auto secret = [](std::uint64_t seed) {
    Player player(Tape().add(got("a", "recorded-1")), seed);
    return player.body(get("a"))["SecretString"].get<std::string>();
  };
  EXPECT_EQ(secret(1), secret(1));
  EXPECT_NE(secret(1), secret(2));
}

TEST(Replay, KnowsAMadeUpValueWhenItComesBack) {
  Player player(Tape()
                    .add(got("a", R"({"password":"recorded-1"})"))
                    .add(got("b", "recorded-2"))
                    .add(put("c", "recorded-1"))
                    .add(put("d", "recorded-2")));
  const auto secret = Json::parse(player.body(get("a"))["SecretString"].get<std::string>());
  const auto other = player.body(get("b"))["SecretString"];
  EXPECT_EQ(player.miss(put("c", secret["password"])), "");
  EXPECT_EQ(player.miss(put("d", other)), "");
}

TEST(Replay, MissesTwoValuesThatAreSwapped) {
  Player player(Tape()
                    .add(got("a", "recorded-1"))
                    .add(got("b", "recorded-2"))
                    .add(put("a", "recorded-1"))
                    .add(put("b", "recorded-2")));
  const auto a = player.body(get("a"))["SecretString"];
  const auto b = player.body(get("b"))["SecretString"];
  EXPECT_EQ(player.miss(put("a", b)),
            "no recorded PutSecretValue for a; nearest seq 3 differs at /SecretString: recorded "
            "(sensitive), got (sensitive)");
  EXPECT_EQ(player.miss(put("a", a)), "");
  EXPECT_EQ(player.miss(put("b", b)), "");
}

TEST(Replay, FillsInAndMatchesQuotedSecrets) {
  const auto described = [](const std::string& secret) {
    return Act("CreateSecret",
               {{"Name", "a"}, {"Description", "it is " + secret + "!"}, {"SecretString", secret}});
  };
  Player player(Tape()
                    .add(described("recorded-1"))
                    .add(Act("DescribeSecret", {{"SecretId", "a"}})
                             .answer(200, {{"Description", "it is recorded-1!"}})));
  EXPECT_EQ(player.miss(described("hunter22")), "");
  EXPECT_EQ(player.body(Act("DescribeSecret", {{"SecretId", "a"}}))["Description"],
            "it is hunter22!");
}

TEST(Replay, KeepsAClientsViewOfItsTokens) {
  const auto write = [](const char* token) {
    return Act("PutSecretValue",
               {{"SecretId", "a"}, {"ClientRequestToken", token}, {"SecretString", "x"}});
  };
  const auto read = [](const char* version) {
    return Act("GetSecretValue", {{"SecretId", "a"}, {"VersionId", version}});
  };
  Player player(Tape()
                    .add(write("recorded-token").answer(200, {{"VersionId", "recorded-token"}}))
                    .add(read("recorded-token").answer(200, {{"VersionId", "recorded-token"}})));
  EXPECT_EQ(player.body(write("token-of-today"))["VersionId"], "token-of-today");
  EXPECT_EQ(player.body(read("token-of-today"))["VersionId"], "token-of-today");
}

TEST(Replay, GivesWhatAFaultSent) {
  Player player(Tape().add(
      put("a", "x").answer(500, {{"__type", "InternalServiceError"}}).real(200, {{"Name", "a"}})));
  EXPECT_EQ(player.answer(put("a", "x")).reply->status, 500);
}

TEST(Replay, GivesTheEnginesAnswerWhereNothingWasSent) {
  Player player(Tape().add(get("a").answer(200, {{"Name", "a"}}).ended(End::client_gone, 0)));
  EXPECT_EQ(player.body(get("a"))["Name"], "a");
}

TEST(Replay, SaysWhatWasApplied) {
  Player player(Tape().add(put("a", "x").applied(true)).add(get("a")));
  EXPECT_EQ(player.answer(put("a", "y")).applied, true);
  EXPECT_EQ(player.answer(get("a")).applied, std::nullopt);
}

TEST(Replay, AnswersWhatNobodyUnderstandsToo) {
  Player player(
      Tape()
          .add(Act("EatSecret", {{"Taste", "sweet"}})
                   .answer(400, {{"__type", "UnknownOperationException"}}))
          .add(get("a").raw_body("{").answer(400, {{"__type", "SerializationException"}})));
  EXPECT_EQ(player.body(Act("EatSecret", {{"Taste", "sour"}}))["__type"],
            "UnknownOperationException");
  EXPECT_EQ(player.body(get("a").raw_body("}"))["__type"], "SerializationException");
}

TEST(Replay, RefusesABrokenFile) {
  const auto path = test::fresh_path(".jsonl");
  std::ofstream(path) << "no transcript\n";
  const test::ManualClock clock;
  EXPECT_THROW(Replay({.from = path}, test::vault_service(), clock, world::Random(1)),
               BadTranscript);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace stunt::recorder
