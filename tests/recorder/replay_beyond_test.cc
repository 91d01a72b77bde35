// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "aws/error.h"
#include "player.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::get;
using test::got;
using test::Player;
using test::put;
using test::Tape;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kRecordedArn = "arn:aws:secretsmanager:us-east-1:1:secret:a-AbCdEf";
constexpr const char* kLiveArn = "arn:aws:secretsmanager:us-east-1:1:secret:a-XyZxYz";
constexpr const char* kRecordedVersion = "11111111-1111-4111-8111-111111111111";
constexpr const char* kLiveVersion = "22222222-2222-4222-8222-222222222222";

/// An engine that answers with one body, and remembers what it was asked.
struct Engine {
  Json body = {{"Name", "a"}, {"ARN", kLiveArn}, {"VersionId", kLiveVersion}};
  std::vector<Json> asked{};

  aws::Handler handler() {
    return [this](const aws::Call& call) {
      asked.push_back(call.body);
      aws::Outcome outcome;
      outcome.reply = aws::json_reply(200, body.dump(), {"id", test::act_start()});
      return outcome;
    };
  }
};

struct ReplayBeyond : testing::Test {
  Engine engine;
  std::vector<std::string> warnings;

  ReplayPorts ports() {
    return {engine.handler(), [this](const std::string& one) { warnings.push_back(one); }, {}};
  }
};

Act recorded() {
  return get("a").answer(200,
                         {{"Name", "a"}, {"ARN", kRecordedArn}, {"VersionId", kRecordedVersion}});
}

Act described(const char* id) { return Act("DescribeSecret", {{"SecretId", id}}); }

TEST_F(ReplayBeyond, AsksForWhatWasNotRecorded) {
  Player player(Tape().add(recorded()), {.on_miss = OnMiss::engine}, ports());
  EXPECT_EQ(player.body(get("a"))["ARN"], kRecordedArn);
  EXPECT_TRUE(engine.asked.empty());
  EXPECT_FALSE(player.answer(get("b")).replayed);
  EXPECT_THAT(engine.asked, ElementsAre(Json{{"SecretId", "b"}}));
  EXPECT_THAT(player.miss(get("a")), HasSubstr("is used")) << "that is another setting";
  EXPECT_EQ(player.replay().status().beyond, 1u);
}

TEST_F(ReplayBeyond, LetsAClientKeepTheArnThatItKnows) {
  Player player(Tape().add(recorded()), {.on_miss = OnMiss::engine}, ports());
  player.answer(get("a"));
  EXPECT_EQ(player.body(described("a"))["ARN"], kRecordedArn);
  player.answer(described(kRecordedArn));
  EXPECT_THAT(engine.asked, ElementsAre(Json{{"SecretId", "a"}}, Json{{"SecretId", kLiveArn}}));
}

TEST_F(ReplayBeyond, PairsIdsWithThoseOfTheLastRecordedAnswer) {
  Player player(Tape().add(recorded()), {.exhausted = Exhausted::engine}, ports());
  player.answer(get("a"));
  const auto body = player.body(get("a"));
  EXPECT_EQ(body["ARN"], kRecordedArn);
  EXPECT_EQ(body["VersionId"], kRecordedVersion);
  EXPECT_TRUE(warnings.empty());
}

TEST_F(ReplayBeyond, TellsWhenOneRecordedIdIsTwo) {
  Player player(Tape().add(recorded()), {.exhausted = Exhausted::engine}, ports());
  player.answer(get("a"));
  player.answer(get("a"));
  engine.body["VersionId"] = "33333333-3333-4333-8333-333333333333";
  player.answer(get("a"));
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_THAT(warnings[0], HasSubstr(kRecordedVersion));
  EXPECT_EQ(player.replay().status().conflicts, 1u);
}

TEST_F(ReplayBeyond, TellsConflictsOfTokensWithTheAnswer) {
  const auto write = [](const char* token) {
    return Act("PutSecretValue",
               {{"SecretId", "a"}, {"ClientRequestToken", token}, {"SecretString", "x"}});
  };
  Player player(Tape().add(write(kRecordedVersion)).add(write(kRecordedVersion)), {}, ports());
  EXPECT_TRUE(player.answer(write(kLiveVersion)).replayed->conflicts.empty());
  const auto outcome = player.answer(write("33333333-3333-4333-8333-333333333333"));
  EXPECT_THAT(outcome.replayed->conflicts, ElementsAre("VersionId"));
  EXPECT_EQ(warnings.size(), 1u);
}

TEST_F(ReplayBeyond, SaysWhatItRemapped) {
  const auto write = [](const char* token) {
    return Act("PutSecretValue",
               {{"SecretId", "a"}, {"ClientRequestToken", token}, {"SecretString", "x"}});
  };
  Player player(Tape().add(write(kRecordedVersion).answer(200, {{"VersionId", kRecordedVersion}})));
  EXPECT_THAT(player.answer(write(kLiveVersion)).replayed->remapped, ElementsAre("VersionId"));
}

TEST_F(ReplayBeyond, TranslatesNothingIfThatIsWanted) {
  Player player(Tape().add(recorded()), {.on_miss = OnMiss::engine, .remap = Remap::none}, ports());
  player.answer(get("a"));
  EXPECT_EQ(player.body(described(kRecordedArn))["ARN"], kLiveArn);
  EXPECT_THAT(engine.asked, ElementsAre(Json{{"SecretId", kRecordedArn}}));
}

TEST_F(ReplayBeyond, MovesRecordedDatesToTodayOnlyWhereAnEngineAnswersToo) {
  const auto dated = get("a").answer(200, {{"CreatedDate", 1000}});
  // The tape begins at 2026-01-01T00:00:00Z, the player at 2027-05-05T05:05:05Z.
  constexpr int kLater = 489 * 86400 + 5 * 3600 + 5 * 60 + 5;
  const auto date = [&](Remap remap, ReplayPorts ports) {
    Player player(Tape().add(dated), {.on_miss = OnMiss::engine, .remap = remap}, std::move(ports));
    return player.body(get("a"))["CreatedDate"].get<int>();
  };
  EXPECT_EQ(date(Remap::all, ports()), 1000 + kLater);
  EXPECT_EQ(date(Remap::ids, ports()), 1000);
  EXPECT_EQ(date(Remap::all, {}), 1000);
}

TEST_F(ReplayBeyond, TranslatesWhatComesLater) {
  const aws::Handler slow = [this](const aws::Call& call) {
    aws::Outcome outcome;
    outcome.then = [this, &call] { return engine.handler()(call); };
    return outcome;
  };
  Player player(Tape().add(recorded()), {.on_miss = OnMiss::engine}, {.beyond = slow});
  player.answer(get("a"));
  auto by_name = described("a"), by_arn = described(kRecordedArn);
  player.replay().answer(by_name.call()).then();
  // The engine holds on to the call that it was given, which is not the client's.
  const auto later = player.replay().answer(by_arn.call()).then;
  EXPECT_EQ(Json::parse(later().reply->body)["ARN"], kRecordedArn);
  EXPECT_EQ(engine.asked.back(), Json({{"SecretId", kLiveArn}}));
}

}  // namespace
}  // namespace stunt::recorder
