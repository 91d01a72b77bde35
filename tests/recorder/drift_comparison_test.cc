// SPDX-License-Identifier: MIT
#include <string>

#include <gmock/gmock.h>

#include "drift_sessions.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::error;
using test::kArn;
using test::kNow;
using test::kOtherArn;
using test::kOtherVersion;
using test::kVersion;
using test::live_now;
using test::live_value_answer;
using test::reply_of;
using test::Sessions;
using test::value_answer;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Comparison, FindsNoDifferenceWhereOnlyIdsSecretsAndDatesAreOthers) {
  Sessions sessions;
  EXPECT_THAT(sessions.compare("GetSecretValue", value_answer(), live_value_answer()), IsEmpty());
  EXPECT_THAT(sessions.compare("GetSecretValue", value_answer(), live_value_answer()), IsEmpty());
}

TEST(Comparison, FindsAnAnswerEqualToItself) {
  Sessions sessions({.date_tolerance = std::nullopt});
  EXPECT_THAT(sessions.compare("GetSecretValue", value_answer(), value_answer()), IsEmpty());
}

TEST(Comparison, TellsOneSecretFromAnother) {
  Sessions sessions;
  const auto answer = [](const char* secret) { return Json{{"SecretString", secret}}; };
  EXPECT_THAT(sessions.compare("GetSecretValue", answer("{{secret:1}}"), answer("{{secret:5}}")),
              IsEmpty());
  EXPECT_THAT(sessions.compare("GetSecretValue", answer("{{secret:2}}"), answer("{{secret:6}}")),
              IsEmpty());
  EXPECT_THAT(
      sessions.compare("GetSecretValue", answer("{{secret:1}}"), answer("{{secret:6}}")),
      ElementsAre(Difference{Severity::data, "/SecretString", "{{secret:1}}", "{{secret:2}}"}));
  EXPECT_THAT(sessions.compare("GetSecretValue", answer("{{secret:1}}"), answer("{{secret:5}}")),
              IsEmpty());
}

TEST(Comparison, TellsANumberFromAText) {
  Sessions sessions;
  EXPECT_THAT(
      sessions.compare("GetSecretValue", Json{{"SecretString", R"({"p":"{{secret:1:number}}"})"}},
                       Json{{"SecretString", R"({"p":"{{secret:1}}"})"}}),
      testing::SizeIs(1));
}

TEST(Comparison, TellsAnIdThatIsAnothersOnceAndKeepsToTheFirst) {
  Sessions sessions;
  const auto answer = [](const char* version) { return Json{{"VersionId", version}}; };
  EXPECT_THAT(sessions.compare("GetSecretValue", answer(kVersion), answer(kOtherVersion)),
              IsEmpty());
  EXPECT_THAT(sessions.compare("GetSecretValue", answer(kVersion), answer(kVersion)),
              testing::SizeIs(1));
  EXPECT_THAT(sessions.compare("GetSecretValue", answer(kVersion), answer(kOtherVersion)),
              IsEmpty());
}

TEST(Comparison, TellsAnIdThatWasEqualAndIsNoMore) {
  Sessions sessions;
  const auto answer = [](const char* version) { return Json{{"VersionId", version}}; };
  EXPECT_THAT(sessions.compare("GetSecretValue", answer(kVersion), answer(kVersion)), IsEmpty());
  EXPECT_THAT(sessions.compare("GetSecretValue", answer(kVersion), answer(kOtherVersion)),
              testing::SizeIs(1));
  EXPECT_THAT(sessions.compare("GetSecretValue", answer(kVersion), answer(kVersion)), IsEmpty());
}

TEST(Comparison, FindsVersionsByTheirStages) {
  Sessions sessions;
  const std::string second = "22222222-2222-4222-8222-222222222222";
  const Json recorded = {
      {"VersionIdsToStages", {{kVersion, {"AWSPREVIOUS"}}, {second, {"AWSCURRENT"}}}}};
  const Json live = {{"VersionIdsToStages",
                      {{"33333333-3333-4333-8333-333333333333", {"AWSCURRENT"}},
                       {kOtherVersion, {"AWSPREVIOUS"}}}}};
  EXPECT_THAT(sessions.compare("DescribeSecret", recorded, live), IsEmpty());
  EXPECT_THAT(sessions.compare("GetSecretValue", Json{{"VersionId", second}},
                               Json{{"VersionId", "33333333-3333-4333-8333-333333333333"}}),
              IsEmpty());
}

TEST(Comparison, TellsAStageThatMoved) {
  Sessions sessions;
  const Json recorded = {{"VersionIdsToStages", {{kVersion, {"AWSCURRENT"}}}}};
  const Json live = {{"VersionIdsToStages", {{kOtherVersion, {"AWSPENDING"}}}}};
  EXPECT_THAT(
      sessions.compare("DescribeSecret", recorded, live),
      ElementsAre(Difference{Severity::data, "/VersionIdsToStages/" + std::string(kVersion) + "/0",
                             "AWSCURRENT", "AWSPENDING"}));
}

TEST(Comparison, FindsItemsByTheirNames) {
  Sessions sessions;
  const Json recorded = {{"SecretList", {{{"Name", "b"}}, {{"Name", "c"}}}}};
  const Json live = {{"SecretList", {{{"Name", "a"}}, {{"Name", "b"}}, {{"Name", "c"}}}}};
  EXPECT_THAT(
      sessions.compare("ListSecrets", recorded, live),
      ElementsAre(Difference{Severity::data, "/SecretList/0", "(absent)", R"({"Name":"a"})"}));
}

TEST(Comparison, TellsAnotherOrderOnce) {
  Sessions sessions;
  const Json recorded = {
      {"Tags", {{{"Key", "a"}, {"Value", "1"}}, {{"Key", "b"}, {"Value", "2"}}}}};
  const Json live = {{"Tags", {{{"Key", "b"}, {"Value", "2"}}, {{"Key", "a"}, {"Value", "1"}}}}};
  const auto found = sessions.compare("DescribeSecret", recorded, live);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].pointer, "/Tags");
}

TEST(Comparison, FindsIdsInMessages) {
  Sessions sessions;
  sessions.compare("GetSecretValue", value_answer(), live_value_answer());
  const auto told = [](const std::string& arn) {
    return reply_of(400, error("InvalidRequestException", "You can't do that to " + arn + "."));
  };
  EXPECT_THAT(sessions.compare("GetSecretValue", told(kArn), told(kOtherArn)), IsEmpty());
}

TEST(Comparison, TakesAnEmptyBodyForAnEmptyObject) {
  Sessions sessions;
  ExchangeLine::Reply nothing;
  nothing.status = 200;
  EXPECT_THAT(sessions.compare("TagResource", nothing, reply_of(200, Json::object())), IsEmpty());
}

TEST(Comparison, TakesNullForAbsent) {
  Sessions sessions;
  EXPECT_THAT(sessions.compare("DescribeSecret", Json{{"Name", "a"}, {"KmsKeyId", nullptr}},
                               Json{{"Name", "a"}}),
              IsEmpty());
}

TEST(Comparison, LeavesOutWhatIsIgnoredAndCountsIt) {
  Sessions sessions({.ignore = {"/SecretList/*/Description", "/Tags"}});
  const Json recorded = {{"SecretList", {{{"Name", "a"}, {"Description", "old"}}}}};
  const Json live = {{"SecretList", {{{"Name", "a"}, {"Description", "new"}}}}};
  EXPECT_THAT(sessions.compare("ListSecrets", recorded, live), IsEmpty());
  const auto& counts = sessions.comparison().ignored().counts();
  EXPECT_EQ(counts.at("/SecretList/*/Description"), 1u);
  EXPECT_EQ(counts.at("/Tags"), 0u);
}

TEST(Comparison, LetsDatesDriftAsFarAsTheSessionsDid) {
  Sessions sessions;
  const auto created = [](double at) { return Json{{"CreatedDate", at}}; };
  EXPECT_THAT(sessions.compare("DescribeSecret", created(kNow), created(live_now())), IsEmpty());
  // A virtual clock went on for a month, the live one for a second.
  sessions.later(std::chrono::hours(24 * 30), std::chrono::seconds(1));
  EXPECT_THAT(sessions.compare("DescribeSecret", created(kNow), created(live_now())), IsEmpty());
}

TEST(Comparison, CanLeaveDatesOut) {
  Sessions sessions({.date_tolerance = std::nullopt});
  EXPECT_THAT(
      sessions.compare("DescribeSecret", Json{{"CreatedDate", 5}}, Json{{"CreatedDate", kNow}}),
      IsEmpty());
  EXPECT_THAT(sessions.compare("DescribeSecret", Json{{"CreatedDate", 5}}, Json::object()),
              testing::SizeIs(1));
}

TEST(Comparison, ShowsNothingThatControlsATerminal) {
  Sessions sessions;
  const auto found = sessions.compare("DescribeSecret", Json{{"Description", "a"}},
                                      Json{{"Description", "\x1b[2J"}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].live, "\\x1b[2J");
}

TEST(LeftAside, RefusesWhatIsNoPointer) {
  for (const auto* wrong : {"", "/", "Name", "/a~2"}) {
    EXPECT_THROW(LeftAside({wrong}), std::invalid_argument) << wrong;
  }
}

}  // namespace
}  // namespace stunt::recorder
