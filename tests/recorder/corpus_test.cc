// SPDX-License-Identifier: MIT
//
// Secrets of many shapes go through everything that this folder writes, and are nowhere.
#include "corpus.h"

#include <sstream>

#include <gtest/gtest.h>

#include "aws/base64.h"
#include "emulator/model/secrets_manager.h"
#include "player.h"
#include "recorder/formats/export.h"
#include "recorder/formats/import.h"
#include "recorder/leaks/hunt.h"
#include "recorder/show/show.h"
#include "recorder/transcript/reader.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using test::Act;
using test::PlantedSecret;
using test::Tape;

const aws::ServiceModel& service() { return emulator::secrets_manager(); }

Act act(std::string_view operation, const Json& body) { return {operation, body, service()}; }

/// The secret wherever a secret goes, and quoted wherever text goes.
Tape tape_of(const PlantedSecret& secret, Redaction redaction = {}) {
  Tape tape(service());
  tape.redact(std::move(redaction));
  const auto encoded = aws::base64(secret.value);
  const Json named = {{"Name", "a"}, {"ARN", "arn:aws:secretsmanager:us-east-1:1:secret:a-a1B2c3"}};
  if (secret.binary) {
    tape.add(act("CreateSecret", {{"Name", "a"}, {"SecretBinary", encoded}}));
    auto answer = named;
    answer["SecretBinary"] = encoded;
    tape.add(act("GetSecretValue", {{"SecretId", "a"}}).answer(200, answer));
    tape.add(act("CreateSecret", {{"Name", "b"}, {"Description", "it was " + encoded}}));
    return tape;
  }
  auto answer = named;
  answer["SecretString"] = secret.value;
  tape.add(act("CreateSecret", {{"Name", "a"}, {"SecretString", secret.value}}).answer(200, named));
  tape.add(act("GetSecretValue", {{"SecretId", "a"}}).answer(200, answer));
  tape.add(act("PutSecretValue", {{"SecretId", "a"}, {"SecretBinary", encoded}}));
  tape.add(act("CreateSecret", {{"Name", "a"}, {"SecretStrin", secret.value}}));
  tape.add(act("EatSecret", {{"Anything", {secret.value}}})
               .answer(400, {{"__type", "E"}, {"message", "what is " + secret.value}}));
  const auto whole = Json{{"Name", "a"}, {"SecretString", secret.value}}.dump();
  tape.add(act("CreateSecret", {}).raw_body(whole.substr(0, whole.size() - 2)));
  for (const auto& needle : secret.needles) {
    for (const auto& text : test::quotes(needle)) {
      tape.add(act("CreateSecret", {{"Name", "b"},
                                    {"Description", "it was " + text + " once"},
                                    {"Tags", {{{"Key", "k"}, {"Value", needle}}}}})
                   .answer(400, {{"__type", "E"}, {"Message", "not " + needle}}));
    }
  }
  return tape;
}

/// How many spellings of the secret are in a text.
std::size_t hits(const std::string& text, const PlantedSecret& secret) {
  std::size_t count = 0;
  for (const auto& needle : secret.needles) {
    for (const auto& one : test::spellings(needle)) count += text.find(one) != text.npos;
  }
  return count;
}

std::string exported(const std::filesystem::path& path, ExportFormat format) {
  std::ostringstream out;
  Losses losses;
  export_transcript(path, format, service(), out, losses);
  print(losses, out);
  return out.str();
}

TEST(Corpus, IsInNothingThatIsMadeOfATranscript) {
  for (const auto& secret : test::whole_corpus()) {
    const auto path = tape_of(secret).file();
    const auto text = test::read_file(path);
    EXPECT_EQ(hits(text, secret), 0u) << secret.name;
    std::ostringstream table;
    show(path, table, {});
    EXPECT_EQ(hits(table.str(), secret), 0u) << secret.name;
    for (const auto format :
         {ExportFormat::har, ExportFormat::wiremock, ExportFormat::curl, ExportFormat::scenario}) {
      EXPECT_EQ(hits(exported(path, format), secret), 0u) << secret.name;
    }
    std::filesystem::remove(path);
  }
}

TEST(Corpus, IsInNoSealedTranscript) {
  for (const auto& secret : test::whole_corpus()) {
    auto tape = tape_of(secret, {.seal = SealKey(std::string(32, 'm'))});
    EXPECT_EQ(hits(tape.text(), secret), 0u) << secret.name;
  }
}

TEST(Corpus, IsInARevealedTranscript) {
  // The search itself: it would find each of them.
  for (const auto& secret : test::whole_corpus()) {
    EXPECT_GE(hits(tape_of(secret, {.reveal = true}).text(), secret), secret.needles.size())
        << secret.name;
  }
}

TEST(Corpus, IsInNoImportOfAnExportThatRevealsIt) {
  for (const auto& secret : test::whole_corpus()) {
    const auto path = tape_of(secret, {.reveal = true}).file();
    const auto har = exported(path, ExportFormat::har);
    std::filesystem::remove(path);
    EXPECT_GT(hits(har, secret), 0u) << secret.name;
    Losses losses;
    const auto imported = import_transcript({har, "run.har", {}, "stunt/test"}, service(), losses);
    EXPECT_EQ(hits(write_transcript(imported), secret), 0u) << secret.name;
    EXPECT_EQ(imported.header.secrecy, Secrecy());
  }
}

TEST(Corpus, IsInNoMiss) {
  for (const auto& secret : test::corpus()) {
    for (const bool reveal : {false, true}) {
      auto tape = tape_of(secret, {.reveal = reveal});
      test::Player player(std::move(tape));
      for (const char* name : {"a", "other"}) {
        auto asked =
            act("CreateSecret",
                {{"Name", name}, {"Description", secret.value}, {"SecretString", secret.value}});
        EXPECT_EQ(hits(player.miss(asked), secret), 0u) << secret.name;
      }
    }
  }
}

TEST(Corpus, GivesNoAlarmWhereItWasTakenOut) {
  for (const auto& secret : test::whole_corpus()) {
    for (const bool seal : {false, true}) {
      Redaction redaction;
      if (seal) redaction.seal = SealKey(std::string(32, 'm'));
      const auto path = tape_of(secret, std::move(redaction)).file();
      hunt_leaks(path, service(),
                 [&](const Leak& leak) { ADD_FAILURE() << to_string(leak, secret.name); });
      std::filesystem::remove(path);
    }
  }
}

TEST(Corpus, GivesAnAlarmWhereItIsRevealed) {
  for (const auto& secret : test::whole_corpus()) {
    const auto path = tape_of(secret, {.reveal = true}).file();
    std::string told;
    hunt_leaks(path, service(),
               [&](const Leak& leak) { told += to_string(leak, "run.jsonl") + "\n"; });
    std::filesystem::remove(path);
    EXPECT_NE(told.find("/redaction/style"), told.npos) << secret.name;
    EXPECT_EQ(hits(told, secret), 0u) << secret.name;
  }
}

}  // namespace
}  // namespace stunt::recorder
