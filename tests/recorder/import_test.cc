// SPDX-License-Identifier: MIT
#include "recorder/formats/import.h"

#include <gtest/gtest.h>

#include "formats.h"
#include "player.h"

namespace stunt::recorder {
namespace {

using test::imported;
using test::refused;

const std::filesystem::path kForeign = "tests/recorder/golden/foreign";

TEST(Import, SaysWhereAFileIsNoJson) {
  EXPECT_EQ(refused("{\n  \"log\": {,}\n}"), "file:2:11: not JSON from here on");
  EXPECT_EQ(refused(" \n"), "file: there is nothing in it");
  EXPECT_EQ(
      refused("{\"log\":1e999}"),
      "file: JSON that is nested too deep, an object of too many members, or too large a number");
}

TEST(Import, SaysWhereAFileIsNoYaml) {
  EXPECT_TRUE(refused("interactions:\n- request: [\n").starts_with("file:")) << refused("a: [\n");
  EXPECT_TRUE(refused("a: 1\na: 2\n").starts_with("file:2:1:")) << refused("a: 1\na: 2\n");
}

TEST(Import, SaysWhichMemberIsWrong) {
  EXPECT_EQ(refused(R"({"log":{"entries":[{"request":7}]}})"),
            "file: /log/entries/0/request is no object");
  EXPECT_EQ(refused(R"({"log":{"entries":[{"request":{"method":"POST","url":"/","headers":7}}]}})"),
            "file: /log/entries/0/request/headers is not a list");
  EXPECT_EQ(refused(R"({"mappings":[{"request":{"headers":{"X-Amz-Target":{"equalTo":"a"}}},)"
                    R"("response":{"status":7}}]})"),
            "file: /mappings/0/response/status is not a status from 100 to 599");
  EXPECT_EQ(refused("interactions:\n- request: {method: GET, uri: 7}\n"),
            "file: /interactions/0/request/uri is not a string");
}

TEST(Import, TakesCassettesThatNobodyWouldWriteByHand) {
  const std::string large(2 << 20, 'x');
  const auto transcript = imported(
      "interactions:\n- request:\n    method: POST\n    uri: /\n    headers:\n"
      "      X-Amz-Target: secretsmanager.CreateSecret\n"
      "    body: '{\"Name\":\"a\",\"SecretString\":\"" +
      large + "\"}'\n");
  EXPECT_EQ(transcript.exchanges.at(0).req.body.json->at("SecretString"), "{{secret:1}}");
}

TEST(Import, RefusesWhatItDoesNotKnow) {
  EXPECT_TRUE(refused(R"({"a":1})").starts_with("file: this is no HAR")) << refused(R"({"a":1})");
}

TEST(Import, RefusesAFileWithoutACall) {
  const auto text = refused(R"({"log":{"entries":[]}})");
  EXPECT_TRUE(text.starts_with("file: there is no call of AWS Secrets Manager in it")) << text;
}

TEST(Import, NeverQuotesAValueInAnError) {
  for (const char* text : {R"({"log":{"entries":[{"request":"PLANTED"}]}})", R"({"log":"PLANTED"})",
                           R"({"log": PLANTED})", "interactions: PLANTED\n",
                           "interactions:\n- request: {method: POST, uri: /, body: [PLANTED]}\n",
                           R"({"data":{"pairs":[{"request":{"body":"PLANTED"}}]}})"}) {
    EXPECT_EQ(refused(text).find("PLANTED"), std::string::npos) << refused(text);
  }
}

/// A HAR of stunt's own in which somebody has put a value back.
TEST(Import, RedactsAlsoWhatStuntHasWritten) {
  test::Tape tape(emulator::secrets_manager());
  tape.add(test::Act("CreateSecret", {{"Name", "a"}, {"SecretString", "first-secret"}},
                     emulator::secrets_manager()));
  tape.add(test::Act("CreateSecret", {{"Name", "b"}, {"SecretString", "second-secret"}},
                     emulator::secrets_manager()));
  auto har = test::exported(tape.text(), ExportFormat::har);
  const std::string pseudonym = "{{secret:2}}";
  ASSERT_NE(har.find(pseudonym), std::string::npos);
  har.replace(har.find(pseudonym), pseudonym.size(), "PLANTED-password");
  // In the members that HAR has no place for, too.
  const std::string rule = R"("faults":[])";
  har.replace(har.find(rule), rule.size(),
              R"("faults":[{"rule":"PLANTED-password","phase":"before",)"
              R"("action":"mark:PLANTED-password"}])");
  const auto transcript = imported(har);
  const auto text = write_transcript(transcript);
  EXPECT_EQ(text.find("PLANTED"), std::string::npos) << text;
  // Those that were pseudonyms stay, and the new one is none of them.
  EXPECT_EQ(transcript.exchanges[0].req.body.json->at("SecretString"), "{{secret:1}}");
  EXPECT_EQ(transcript.exchanges[1].req.body.json->at("SecretString"), "{{secret:2}}");
}

TEST(Import, KeepsAPseudonymAndGivesOthersNewNumbers) {
  const auto transcript = imported(R"({"log":{"entries":[
    {"startedDateTime":"2026-01-01T00:00:00Z",
     "request":{"method":"POST","url":"/","headers":[
       {"name":"X-Amz-Target","value":"secretsmanager.CreateSecret"}],
       "postData":{"text":"{\"Name\":\"a\",\"SecretString\":\"plain-value\",)"
                                   R"(\"Description\":\"{{secret:7}} and plain-value\"}"}},
     "response":{"status":200,"content":{"text":"{}"}}}]}})");
  const auto& body = *transcript.exchanges.at(0).req.body.json;
  EXPECT_EQ(body.at("Description"), "{{secret:7}} and {{secret:8}}");
  EXPECT_EQ(body.at("SecretString"), "{{secret:8}}");
}

TEST(Import, FindsASecretInWhatStandsBeforeIt) {
  // The description of an earlier call quotes what only a later one shows to be secret.
  const auto entry = [](const char* time, const std::string& target, const std::string& body) {
    const aws::Json json = {
        {"startedDateTime", time},
        {"request",
         {{"method", "POST"},
          {"url", "/"},
          {"headers", {{{"name", "X-Amz-Target"}, {"value", "secretsmanager." + target}}}},
          {"postData", {{"text", body}}}}},
        {"response", {{"status", 200}}}};
    return json.dump();
  };
  const auto har =
      R"({"log":{"entries":[)" +
      entry("2026-01-01T00:00:00Z", "DescribeSecret", R"({"SecretId":"PLANTED-password"})") + "," +
      entry("2026-01-01T00:00:01Z", "CreateSecret",
            R"({"Name":"a","SecretString":"PLANTED-password"})") +
      "]}}";
  EXPECT_EQ(write_transcript(imported(har)).find("PLANTED"), std::string::npos);
}

class ImportedFile : public testing::TestWithParam<const char*> {};

TEST_P(ImportedFile, AnswersInAReplay) {
  const auto path = test::fresh_path(".jsonl");
  std::ofstream(path, std::ios::binary)
      << write_transcript(imported(test::read_file(kForeign / GetParam())));
  test::ManualClock clock{"2027-05-05T05:05:05Z"};
  Replay replay({.from = path}, emulator::secrets_manager(), clock, world::Random(7));
  test::Act get("GetSecretValue", {{"SecretId", "prod/db"}}, emulator::secrets_manager());
  auto outcome = replay.answer(get.call());
  // The file of WireMock has a throttled answer first.
  if (outcome.reply->status == 400) outcome = replay.answer(get.call());
  EXPECT_EQ(outcome.reply->status, 200);
  const auto body = aws::Json::parse(outcome.reply->body);
  EXPECT_EQ(body.at("Name"), "prod/db");
  EXPECT_TRUE(body.at("SecretString").get<std::string>().starts_with("stunt-")) << body;
  std::filesystem::remove(path);
}

INSTANTIATE_TEST_SUITE_P(Formats, ImportedFile,
                         testing::Values("browser.har", "wiremock.json", "hoverfly.json",
                                         "vcrpy.yaml", "go-vcr.yaml"));

}  // namespace
}  // namespace stunt::recorder
