// SPDX-License-Identifier: MIT
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "corpus.h"
#include "player.h"
#include "recorder/sealing/open_transcript.h"
#include "recorder/show/show.h"
#include "recorder/transcript/write_line.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::create;
using test::get;
using test::got;
using test::Tape;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;

const std::string kMaterial(32, 'm');

Tape sealed(const std::string& material = kMaterial) {
  Tape tape;
  tape.redact({.seal = SealKey(material)});
  return tape;
}

Transcript opened(Tape& tape) {
  return open_transcript(tape.transcript(), SealKey(kMaterial), "run.jsonl");
}

TEST(Sealed, HasPseudonymsThatBringTheirValuesAlong) {
  auto tape = sealed();
  tape.add(create("a", R"({"user":"app","password":"hunter22"})"));
  tape.add(got("a", "hunter22"));
  const auto transcript = tape.transcript();
  EXPECT_EQ(transcript.header.secrecy.style, Secrecy::Style::sealed);
  EXPECT_EQ(transcript.header.secrecy.key, SealKey(kMaterial).id());
  EXPECT_TRUE(transcript.notes.empty()) << transcript.notes.front();
  const auto text = transcript.exchanges[1].res->body.json->at("SecretString").get<std::string>();
  const auto token = read_token(text);
  ASSERT_TRUE(token) << text;
  EXPECT_EQ(token->pseudonym.number, 2u);
  EXPECT_FALSE(token->seal.empty());
  EXPECT_THAT(tape.text(), Not(HasSubstr("hunter22")));
}

TEST(Sealed, HasTheSameKeysAndDigestAsWithPseudonymsAlone) {
  const auto fill = [](Tape tape) {
    tape.add(create("a", R"({"password":"hunter22"})")).add(got("a", "hunter22"));
    return tape.transcript();
  };
  const auto with = fill(sealed()), without = fill(Tape());
  EXPECT_EQ(with.footer->digest, without.footer->digest);
  EXPECT_EQ(with.exchanges[0].key.canonical, without.exchanges[0].key.canonical);
}

TEST(Sealed, IsTheSameToTheByteWhenItIsMadeAgain) {
  const auto make = [] {
    auto tape = sealed();
    return tape.add(create("a", "hunter22")).text();
  };
  EXPECT_EQ(make(), make());
}

/// Whatever the secret is: what was said is what the key opens.
TEST(Sealed, OpensToWhatWasSaid) {
  for (const auto& secret : test::corpus()) {
    const Json body = {{"Name", "a"},
                       {"SecretString", secret.value},
                       {"Odd name!", {{secret.value, 1.5}}},
                       {"Count", 17},
                       {"Description", "it was " + secret.value + " once"}};
    const Json answer = {{"Name", "a"}, {"SecretString", secret.value}, {"VersionId", "v"}};
    auto tape = sealed();
    tape.add(Act("CreateSecret", body).answer(200, answer).header("User-Agent", "a hunter22 b"));
    const auto transcript = opened(tape);
    EXPECT_EQ(transcript.header.secrecy.style, Secrecy::Style::none);
    const auto& line = transcript.exchanges.at(0);
    EXPECT_EQ(*line.req.body.json, Json::parse(body.dump())) << secret.name;
    EXPECT_EQ(*line.res->body.json, answer) << secret.name;
  }
}

TEST(Sealed, CannotBeOpenedWithAnotherKey) {
  auto tape = sealed(std::string(32, 'n'));
  tape.add(create("a", "hunter22"));
  EXPECT_THAT([&] { opened(tape); },
              ThrowsMessage<BadTranscript>(AllOf(HasSubstr("run.jsonl:1:"),
                                                 HasSubstr(SealKey(kMaterial).id()),
                                                 HasSubstr(SealKey(std::string(32, 'n')).id()))));
}

TEST(Sealed, SaysWhereItWasChanged) {
  auto tape = sealed();
  tape.add(get("a")).add(create("a", "hunter22"));
  auto text = tape.text();
  const auto begin = text.find("{{secret:1=");
  ASSERT_NE(begin, std::string::npos);
  auto& changed = text[begin + 20];
  changed = changed == 'A' ? 'B' : 'A';
  EXPECT_THAT(
      [&] {
        open_transcript(read_transcript_text(text, "run.jsonl"), SealKey(kMaterial), "run.jsonl");
      },
      ThrowsMessage<BadTranscript>(
          AllOf(HasSubstr("run.jsonl:3: /req/json/SecretString"), Not(HasSubstr("hunter22")))));
}

TEST(Sealed, IsGoodForItsPlaceOnly) {
  auto tape = sealed();
  tape.add(create("a", "hunter22")).add(create("b", "other-one"));
  auto transcript = tape.transcript();
  std::swap(*transcript.exchanges[0].req.body.json, *transcript.exchanges[1].req.body.json);
  EXPECT_THROW(open_transcript(transcript, SealKey(kMaterial), "run.jsonl"), BadTranscript);
}

class SealedReplay : public testing::Test {
 protected:
  ~SealedReplay() override { std::filesystem::remove(key_file_); }
  ReplayOptions with_key() {
    std::ofstream(key_file_) << kMaterial;
    return {.seal_key_file = key_file_};
  }
  const std::filesystem::path key_file_ = test::fresh_path(".key");
};

TEST_F(SealedReplay, AnswersToTheByteWithTheKey) {
  for (const auto& secret : test::corpus()) {
    auto tape = sealed();
    tape.add(create("a", secret.value)).add(got("a", secret.value));
    test::Player player(std::move(tape), with_key());
    // Whether it is asked with the recorded secret first or not.
    EXPECT_EQ(player.body(get("a"))["SecretString"], secret.value) << secret.name;
    EXPECT_EQ(player.miss(create("a", secret.value)), "") << secret.name;
  }
}

TEST_F(SealedReplay, AnswersAsWithPseudonymsWithoutTheKey) {
  for (const auto& secret : test::corpus()) {
    auto tape = sealed();
    tape.add(create("a", secret.value)).add(got("a", secret.value));
    test::Player player(std::move(tape));
    EXPECT_EQ(player.miss(create("a", secret.value)), "") << secret.name;
    EXPECT_EQ(player.body(get("a"))["SecretString"], secret.value) << secret.name;
  }
}

TEST_F(SealedReplay, MakesValuesUpWithoutTheKey) {
  auto tape = sealed();
  tape.add(got("a", "hunter22"));
  test::Player player(std::move(tape));
  EXPECT_THAT(player.body(get("a"))["SecretString"].get<std::string>(),
              testing::StartsWith("stunt-"));
}

TEST(Sealed, IsToldInTheTable) {
  auto tape = sealed();
  tape.add(create("a", "hunter22"));
  std::ostringstream out;
  show(tape.transcript(), out, {});
  EXPECT_THAT(out.str(), HasSubstr("sealed with the key " + SealKey(kMaterial).id()));
}

}  // namespace
}  // namespace stunt::recorder
