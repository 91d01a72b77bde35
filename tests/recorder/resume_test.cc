// SPDX-License-Identifier: MIT
#include "recorder/capture/resume.h"

#include <chrono>
#include <fstream>

#include <gmock/gmock.h>

#include "recorder/capture/recorder.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using test::Act;
using testing::HasSubstr;

/// Act number `i` of a run with values that come again and values that do not.
Act act(int i) {
  const auto name = "s" + std::to_string(i % 5);
  const auto value = "value-" + std::to_string(i % 7);
  if (i % 3 == 0) return Act("GetSecretValue", {{"SecretId", name}});
  return Act("PutSecretValue",
             {{"SecretId", name},
              {"SecretString", i % 3 == 1 ? value : R"({"password": ")" + value + R"("})"}});
}

class ResumeTest : public testing::Test {
 protected:
  ~ResumeTest() override { std::filesystem::remove(path_); }

  /// Acts `from` to `to`, the first with seq 1, as each program counts its own.
  void record(int from, int to, Pseudonyms::Known known = nullptr) {
    RecorderOptions options{.path = path_, .overwrite = true, .header = test::tape_header()};
    if (has_exchanges(path_)) options.resume = read_resume(path_);
    options.known = std::move(known);
    Recorder recorder(
        options, test::vault_service(), world::Moment{}, [](bool) {},
        [](const std::string& error) { FAIL() << error; });
    for (int i = from; i < to; ++i) recorder.record(act(i).seq(1 + i - from).take());
    EXPECT_TRUE(recorder.close());
  }

  std::string text() const { return test::read_file(path_); }
  Transcript transcript() const { return read_transcript(path_); }

  void write(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }

  const std::filesystem::path path_ = test::fresh_path(".jsonl");
};

TEST_F(ResumeTest, InPartsIsTheSameAsAtOnce) {
  constexpr int kActs = 16;
  record(0, kActs);
  const auto whole = transcript();
  for (const int first : {1, 5, 15}) {
    for (const int step : {1, 4, 16}) {
      std::filesystem::remove(path_);
      record(0, first);
      for (int i = first; i < kActs; i += step) record(i, std::min(kActs, i + step));
      const auto parts = transcript();
      EXPECT_TRUE(parts.notes.empty()) << parts.notes.front();
      EXPECT_EQ(parts.footer->digest, whole.footer->digest) << first << " " << step;
      EXPECT_EQ(parts.footer->exchanges, std::uint64_t(kActs));
      for (int i = 0; i < kActs; ++i) EXPECT_EQ(parts.exchanges[i].seq, std::uint64_t(1 + i));
    }
  }
}

TEST_F(ResumeTest, NumbersGoOn) {
  record(0, 3);
  const auto resume = read_resume(path_);
  EXPECT_EQ(resume.exchanges, 3u);
  EXPECT_EQ(resume.before.seq, 3u);
  EXPECT_EQ(resume.before.pseudonym, 2u);
  EXPECT_EQ(resume.before.connection, 3u);
  record(1, 2);
  // The value is another one for a program that has not seen it.
  EXPECT_THAT(text(), HasSubstr("{{secret:3}}"));
  EXPECT_EQ(transcript().exchanges.back().seq, 4u);
  EXPECT_EQ(transcript().exchanges.back().connection, 4u);
}

TEST_F(ResumeTest, KeepsTheNumbersThatSomebodyKnows) {
  record(0, 3);
  record(1, 3, [](SecretKind kind, std::string_view value) -> std::optional<std::uint64_t> {
    if (kind == SecretKind::text && value == "value-1") return 1;
    return std::nullopt;
  });
  const auto exchanges = transcript().exchanges;
  EXPECT_EQ((*exchanges[3].req.body.json)["SecretString"], "{{secret:1}}");
  EXPECT_EQ((*exchanges[4].req.body.json)["SecretString"], R"({"password": "{{secret:3}}"})");
}

TEST_F(ResumeTest, NothingNewLeavesTheFileAsItIs) {
  record(0, 3);
  const auto before = text();
  record(3, 3);
  EXPECT_EQ(text(), before);
  const auto cut = before.substr(0, before.rfind("{\"kind\":\"footer\"") + 9);
  write(cut);
  record(3, 3);
  EXPECT_EQ(text(), cut);
}

TEST_F(ResumeTest, ATornLastLineIsCut) {
  record(0, 3);
  const auto whole = text();
  const auto last = whole.rfind("{\"kind\":\"exchange\"");
  for (const auto torn : {last + 1, last + 100, whole.find('\n', last)}) {
    write(whole.substr(0, torn));
    record(2, 4);
    EXPECT_TRUE(transcript().notes.empty()) << torn;
    EXPECT_EQ(transcript().exchanges.size(), 4u);
  }
}

TEST_F(ResumeTest, KeepsTheHeaderAndTheCountOfDropped) {
  record(0, 2);
  auto before = transcript();
  before.header.seed = 7;
  before.header.engine = "upstream";
  before.footer->dropped = 5;
  write(write_transcript(before));
  record(2, 3);
  EXPECT_EQ(transcript().header.seed, 7u);
  EXPECT_EQ(transcript().header.engine, "upstream");
  EXPECT_EQ(transcript().footer->dropped, 5u);
  EXPECT_THAT(transcript().notes.front(), HasSubstr("5 exchanges are missing"));
}

TEST_F(ResumeTest, TimeGoesOnBehindTheLastExchange) {
  const auto at = [this](int from, int to) {
    auto header = test::tape_header();
    header.deterministic = false;
    RecorderOptions options{.path = path_, .header = header};
    if (has_exchanges(path_)) options.resume = read_resume(path_);
    Recorder recorder(
        options, test::vault_service(), world::Moment{}, [](bool) {},
        [](const std::string& error) { FAIL() << error; });
    for (int i = from; i < to; ++i) {
      recorder.record(act(i).seq(1 + i - from).took(7ms, 0ms).take());
    }
    recorder.close();
    return transcript().exchanges.back().at;
  };
  EXPECT_EQ(at(0, 2), 2s);
  EXPECT_GE(at(2, 3), 3s + 7ms);
}

TEST_F(ResumeTest, RefusesWhatIsNoTranscript) {
  write("precious\n");
  EXPECT_THROW(has_exchanges(path_), BadTranscript);
  EXPECT_THROW(read_resume(path_), BadTranscript);
  EXPECT_THROW(read_resume(path_ / "none"), std::runtime_error);
}

TEST_F(ResumeTest, WithoutAnExchangeThereIsNothingToKeep) {
  EXPECT_FALSE(has_exchanges(path_));
  write("");
  EXPECT_FALSE(has_exchanges(path_));
  record(0, 0);
  EXPECT_FALSE(has_exchanges(path_));
  EXPECT_FALSE(has_exchanges("/dev/full"));
  record(0, 1);
  EXPECT_TRUE(has_exchanges(path_));
}

}  // namespace
}  // namespace stunt::recorder
