// SPDX-License-Identifier: MIT
#include "harness/transcriber.h"

#include <memory>
#include <set>

#include <gmock/gmock.h>

#include "emulator/model/secrets_manager.h"
#include "recorder/transcript/write_line.h"

namespace stunt::harness {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kMost = 1000;

struct TranscriberTest : testing::Test {
  TranscriberTest() {
    journal.tell_forgotten([this](const aws::Exchange& gone) { transcriber.learn(gone); });
  }

  static std::string value(int number) {
    return "canary-" + std::to_string(number) + std::string(100, '-');
  }

  /// A call that brings a value.
  static std::shared_ptr<aws::Exchange> bring(const std::string& value) {
    auto exchange = std::make_shared<aws::Exchange>();
    exchange->request.headers.add("X-Amz-Target", "secretsmanager.PutSecretValue");
    exchange->request.body = R"({"SecretId": "a", "SecretString": ")" + value + "\"}";
    exchange->call = aws::read_call(exchange->request, emulator::secrets_manager());
    exchange->outcome.reply.emplace();
    return exchange;
  }

  /// Its line, once it has ended.
  std::string put(int number) {
    const auto exchange = bring(value(number));
    journal.arrived(*exchange, verdict::Caller::client);
    journal.finished(exchange);
    transcriber.look_at(journal);
    return recorder::to_line(transcriber.line(*exchange));
  }

  static std::string pseudonym_in(const std::string& line) {
    const auto begin = line.find("{{secret");
    return line.substr(begin, line.find("}}") - begin);
  }

  scenarios::Board board;
  verdict::Journal journal{emulator::secrets_manager(), board, {.calls = 2}};
  Transcriber transcriber{{}, {}, "default", {}, kMost};
};

TEST_F(TranscriberTest, KnowsWhatIsForgottenUntilItIsFull) {
  put(1), put(2), put(3);
  EXPECT_THAT(transcriber.text(value(1)), Not(HasSubstr("canary")));
  EXPECT_FALSE(transcriber.is_full());
}

TEST_F(TranscriberTest, LearnsNothingWhileItIsFull) {
  for (int i = 0; !transcriber.is_full() && i < 100; ++i) transcriber.learn(*bring(value(i)));
  ASSERT_TRUE(transcriber.is_full());
  transcriber.learn(*bring("the-one-too-many"));
  EXPECT_EQ(transcriber.text("the-one-too-many"), "the-one-too-many");
}

TEST_F(TranscriberTest, BeginsAnewFromWhatTheJournalKeeps) {
  put(1), put(2);
  for (int i = 3; !transcriber.is_full() && i < 100; ++i) transcriber.learn(*bring(value(i)));
  transcriber.look_at(journal);
  EXPECT_FALSE(transcriber.is_full());
  EXPECT_THAT(transcriber.text("was " + value(1)), Not(HasSubstr("canary")));
  EXPECT_THAT(transcriber.text("was " + value(2)), Not(HasSubstr("canary")));
  EXPECT_EQ(transcriber.text(value(3)), value(3)) << "nothing was forgotten";
}

TEST_F(TranscriberTest, GivesNoNumberToTwoValues) {
  std::set<std::string> pseudonyms;
  bool was_full = false;
  for (int i = 0; i < 50; ++i) {
    const auto line = put(i);
    EXPECT_THAT(line, Not(HasSubstr("canary"))) << i;
    EXPECT_TRUE(pseudonyms.insert(pseudonym_in(line)).second) << line;
    was_full = was_full || transcriber.is_full();
  }
  EXPECT_TRUE(was_full);
}

TEST_F(TranscriberTest, KeepsHostsInNames) {
  transcriber.learn(*bring(R"({\"host\": \"db.internal\", \"password\": \"canary-word\"})"));
  EXPECT_EQ(transcriber.identifier("db.internal/a"), "db.internal/a");
  EXPECT_THAT(transcriber.identifier("canary-word/a"), Not(HasSubstr("canary")));
}

}  // namespace
}  // namespace stunt::harness
