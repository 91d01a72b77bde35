// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus.h"
#include "player.h"
#include "recorder/show/show.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::create;
using test::get;
using test::got;
using test::Tape;
using testing::HasSubstr;
using testing::Not;

Tape revealed(RedactionRules rules = {}) {
  Tape tape;
  tape.redact({.rules = OwnRules(rules), .reveal = true});
  return tape;
}

TEST(Reveal, IsReplayedFromAPipeToo) {
  auto tape = revealed();
  tape.add(got("a", "of the recording"));
  const auto path =
      std::filesystem::path(testing::TempDir()) / (std::to_string(::getpid()) + ".revealed.pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path) << tape.text(); });
  const test::ManualClock clock;
  Replay replay({.from = path}, test::vault_service(), clock, world::Random(7));
  writer.join();
  std::filesystem::remove(path);
  auto asked = get("a");
  EXPECT_EQ(aws::parse_json(replay.answer(asked.call()).reply->body)->at("SecretString"),
            "of the recording");
}

TEST(Reveal, LeavesEverythingAsItWas) {
  auto tape = revealed();
  tape.add(Act("CreateSecret", {{"Name", "a"}, {"SecretString", "{\"a\": \"\\u00e9\"}"}, {"X", 1}})
               .header("X-Custom", "mine")
               .target("/", "a=b"));
  const auto transcript = tape.transcript();
  EXPECT_EQ(transcript.header.secrecy.style, Secrecy::Style::none);
  const auto& request = transcript.exchanges[0].req;
  EXPECT_EQ(request.body.json->dump(),
            R"({"Name":"a","SecretString":"{\"a\": \"\\u00e9\"}","X":1})");
  EXPECT_EQ(request.query, "a=b");
  EXPECT_THAT(request.headers, testing::Contains(testing::Pair("x-custom", "mine")));
}

TEST(Reveal, DropsSignaturesAndSessionTokensEvenSo) {
  auto tape = revealed();
  tape.add(get("a").header("X-Amz-Security-Token", "the-session-token"));
  tape.add(get("a").header("Authorization", "Bearer the-session-token"));
  tape.add(get("a").target("/",
                           "a=b&X-Amz-Signature=5d672d79&X-Amz-Security-Token=the-session-"
                           "token&c=d"));
  const auto text = tape.text();
  EXPECT_THAT(text, Not(HasSubstr("the-session-token")));
  EXPECT_THAT(text, Not(HasSubstr("5d672d79")));
  EXPECT_THAT(text, HasSubstr("Credential=AKIDEXAMPLE/"));
  EXPECT_THAT(text, HasSubstr("a=b&c=d"));
}

TEST(Reveal, DropsHeadersThatTheUserDrops) {
  auto tape = revealed({.headers = {"cookie"}});
  tape.add(get("a").header("Cookie", "session=5").header("Other", "stays"));
  EXPECT_THAT(tape.text(), testing::AllOf(Not(HasSubstr("session=5")), HasSubstr("stays")));
}

TEST(Reveal, KeepsBodiesThatAreNoObject) {
  const std::string binary("\x00\xff{\n", 4);
  auto tape = revealed();
  tape.add(get("a").raw_body("[1, \"zwölf\"]").raw_answer(502, "<h1>Bad gateway</h1>"));
  tape.add(get("a").raw_body(binary).raw_answer(200, binary));
  tape.add(get("a").raw_body("").raw_answer(200, ""));
  const auto transcript = tape.transcript();
  EXPECT_EQ(transcript.exchanges[0].req.body.raw, "[1, \"zwölf\"]");
  EXPECT_EQ(transcript.exchanges[0].res->body.raw, "<h1>Bad gateway</h1>");
  EXPECT_EQ(transcript.exchanges[1].req.body.raw, binary);
  EXPECT_EQ(transcript.exchanges[1].res->body.raw, binary);
  EXPECT_FALSE(transcript.exchanges[2].req.body.raw);
  EXPECT_EQ(write_transcript(transcript), tape.text());
  test::Player player(std::move(tape));
  EXPECT_EQ(player.answer(get("a").raw_body("x")).reply->body, "<h1>Bad gateway</h1>");
  EXPECT_EQ(player.answer(get("a").raw_body("x")).reply->body, binary);
}

TEST(Reveal, IsReplayedToTheByte) {
  for (const auto& secret : test::corpus()) {
    auto tape = revealed();
    tape.add(create("a", secret.value)).add(got("a", secret.value));
    test::Player player(std::move(tape));
    EXPECT_EQ(player.body(get("a"))["SecretString"], secret.value) << secret.name;
    EXPECT_EQ(player.miss(create("a", secret.value)), "") << secret.name;
  }
}

TEST(Reveal, IsReplayedWithTheRecordedSecretWhateverIsSent) {
  auto tape = revealed();
  tape.add(create("a", "hunter22")).add(got("a", "hunter22"));
  test::Player player(std::move(tape));
  EXPECT_EQ(player.miss(create("a", "another1")), "");
  EXPECT_EQ(player.body(get("a"))["SecretString"], "hunter22");
}

TEST(Reveal, IsNotShownByAMissOrATable) {
  auto tape = revealed();
  tape.add(create("a", "hunter22"));
  std::ostringstream out;
  show(tape.transcript(), out, {});
  EXPECT_THAT(out.str(),
              testing::AllOf(HasSubstr("secrets stand in the clear"), Not(HasSubstr("hunter22"))));
  test::Player player(std::move(tape));
  EXPECT_THAT(player.miss(create("b", "hunter33")),
              testing::AllOf(HasSubstr("/Name"), Not(HasSubstr("hunter"))));
}

}  // namespace
}  // namespace stunt::recorder
