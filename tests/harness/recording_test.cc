// SPDX-License-Identifier: MIT
#include "harness/recording.h"

#include <fstream>
#include <stdexcept>

#include <gmock/gmock.h>
#include <unistd.h>

#include "recorder/transcript/reader.h"

namespace stunt::harness {
namespace {

namespace fs = std::filesystem;

using recorder::Exhausted;
using recorder::OnMiss;
using recorder::RecordMode;
using testing::AllOf;
using testing::HasSubstr;
using Write = Recording::Write;

class RecordingTest : public testing::Test {
 protected:
  RecordingTest() { settings_.record.to = path_; }
  ~RecordingTest() override {
    fs::remove(path_);
    fs::remove(other_);
  }

  static fs::path path(const std::string& name) {
    return fs::path(testing::TempDir()) / (std::to_string(::getpid()) + "-" + name);
  }

  /// A transcript with one exchange, or none.
  static void make(const fs::path& file, bool with_exchange = true) {
    recorder::Transcript transcript;
    transcript.header.tool = "stunt/test";
    if (with_exchange) transcript.exchanges.emplace_back().seq = 1;
    std::ofstream(file) << recorder::write_transcript(transcript);
  }

  Recording in(std::optional<RecordMode> mode) {
    settings_.record.mode = mode;
    return decide(settings_);
  }

  std::string complaint(std::optional<RecordMode> mode) {
    try {
      in(mode);
      return "";
    } catch (const std::invalid_argument& wrong) {
      return wrong.what();
    }
  }

  const fs::path path_ = path("run.jsonl"), other_ = path("other.jsonl");
  Settings settings_;
};

TEST_F(RecordingTest, WithoutAFileThereIsOnlyWhatReplaySays) {
  settings_.record.to.clear();
  EXPECT_FALSE(in({}).replay);
  EXPECT_EQ(in({}).write, Write::nothing);
  settings_.replay.emplace().from = other_;
  EXPECT_EQ(in({}).replay->from, other_);
  EXPECT_FALSE(in({}).replays_record);
}

TEST_F(RecordingTest, WithNothingThereAllButNoneRecord) {
  for (const auto mode : {RecordMode::once, RecordMode::new_episodes, RecordMode::all}) {
    EXPECT_EQ(in(mode).write, Write::anew);
    EXPECT_FALSE(in(mode).replay);
  }
  EXPECT_EQ(in({}).write, Write::anew);
  EXPECT_THAT(complaint(RecordMode::none),
              AllOf(HasSubstr(path_.string()), HasSubstr("--record-mode once")));
}

TEST_F(RecordingTest, AnEmptyFileAndATranscriptOfNothingAreNothing) {
  std::ofstream{path_};
  EXPECT_EQ(in(RecordMode::once).write, Write::anew);
  make(path_, false);
  EXPECT_EQ(in(RecordMode::once).write, Write::anew);
  EXPECT_EQ(in(RecordMode::new_episodes).write, Write::anew);
  EXPECT_NE(complaint(RecordMode::none), "");
}

TEST_F(RecordingTest, OnceAndNoneAnswerFromWhatIsThere) {
  make(path_);
  for (const auto mode : {RecordMode::once, RecordMode::none}) {
    const auto recording = in(mode);
    EXPECT_EQ(recording.write, Write::nothing);
    EXPECT_TRUE(recording.replays_record);
    EXPECT_EQ(recording.replay->from, path_);
    EXPECT_EQ(recording.replay->on_miss, OnMiss::fail);
    EXPECT_EQ(recording.replay->exhausted, Exhausted::fail);
    EXPECT_THAT(recording.note, HasSubstr("answers come from it, and nothing is recorded"));
  }
  EXPECT_THAT(in({}).note, HasSubstr("record mode once"));
}

TEST_F(RecordingTest, NewEpisodesAsksTheEngineForTheRest) {
  make(path_);
  const auto recording = in(RecordMode::new_episodes);
  EXPECT_EQ(recording.write, Write::behind);
  EXPECT_EQ(recording.to, path_);
  EXPECT_EQ(recording.replay->on_miss, OnMiss::engine);
  EXPECT_EQ(recording.replay->exhausted, Exhausted::engine);
}

TEST_F(RecordingTest, AllNeverAnswersFromTheFile) {
  std::ofstream(path_) << "precious";
  EXPECT_EQ(in(RecordMode::all).write, Write::anew);
  EXPECT_FALSE(in(RecordMode::all).replay);
  EXPECT_THROW(in(RecordMode::once), recorder::BadTranscript);
}

TEST_F(RecordingTest, AReplayOfAnotherFileIsRecordedToANewOne) {
  settings_.replay.emplace().from = other_;
  EXPECT_EQ(in(RecordMode::once).write, Write::anew);
  EXPECT_EQ(in(RecordMode::once).replay->from, other_);
  EXPECT_FALSE(in(RecordMode::once).replays_record);
  EXPECT_THAT(complaint(RecordMode::none), HasSubstr("leave one of them out"));
  EXPECT_THAT(complaint(RecordMode::new_episodes), HasSubstr("leave one of them out"));
  make(path_);
  EXPECT_THAT(complaint(RecordMode::once), HasSubstr("--record-mode all"));
  EXPECT_EQ(in(RecordMode::all).write, Write::anew);
  EXPECT_EQ(in(RecordMode::all).replay->from, other_);
}

TEST_F(RecordingTest, OneFileInBothNeedsAMode) {
  settings_.replay.emplace().from = path_.parent_path() / "." / path_.filename();
  settings_.replay->exhausted = Exhausted::repeat_last;
  make(path_);
  EXPECT_THAT(complaint({}), HasSubstr("--record-mode new_episodes"));
  EXPECT_THAT(complaint(RecordMode::all), HasSubstr("name the same file"));
  EXPECT_EQ(in(RecordMode::new_episodes).replay->on_miss, OnMiss::engine);
  EXPECT_EQ(in(RecordMode::new_episodes).replay->exhausted, Exhausted::repeat_last);
  fs::remove(path_);
  EXPECT_FALSE(in(RecordMode::new_episodes).replay);
}

TEST_F(RecordingTest, OptionsOfReplayHoldForTheFileOfRecordToo) {
  make(path_);
  settings_.replay.emplace().order = recorder::Order::strict;
  EXPECT_EQ(in(RecordMode::once).replay->order, recorder::Order::strict);
  EXPECT_EQ(in(RecordMode::once).replay->from, path_);
}

TEST_F(RecordingTest, RotationNeedsSomethingToSetAside) {
  settings_.record.rotate_bytes = 5000;
  EXPECT_EQ(in(RecordMode::once).write, Write::anew);
  EXPECT_THAT(complaint(RecordMode::new_episodes), HasSubstr("leave --record-rotate out"));
  settings_.record.on_error = false;
  EXPECT_THAT(complaint(RecordMode::once), HasSubstr("--no-record-on-error"));
  settings_.record.on_error = true;
  make(path_);
  EXPECT_THAT(complaint(RecordMode::once), HasSubstr("--record-mode all"));
  EXPECT_EQ(in(RecordMode::all).write, Write::anew);
}

TEST_F(RecordingTest, WaitsForAVerdictIfThatMatters) {
  EXPECT_FALSE(in(RecordMode::once).waits);
  settings_.record.on_error = false;
  EXPECT_TRUE(in(RecordMode::once).waits);
  make(path_);
  EXPECT_FALSE(in(RecordMode::once).waits);
  EXPECT_TRUE(in(RecordMode::new_episodes).waits);
}

class CheckRecording : public RecordingTest {
 protected:
  std::string complaint(const std::vector<scenarios::Script>& scripts = {}) {
    try {
      check_recording(settings_, scripts);
      return "";
    } catch (const std::invalid_argument& wrong) {
      return wrong.what();
    }
  }
};

TEST_F(CheckRecording, SaysWhatGoesWithoutAFile) {
  settings_.record.to.clear();
  EXPECT_EQ(complaint(), "");
  settings_.record.mode = RecordMode::all;
  EXPECT_THAT(complaint(), HasSubstr("--record-mode says how to record"));
  settings_.record.mode.reset();
  settings_.record.rotate_bytes = 5000;
  EXPECT_THAT(complaint(), HasSubstr("--record-rotate says how to record"));
  scenarios::Script script;
  script.record.emplace();
  EXPECT_NE(complaint({script}), "");
  script.record->to = "run.jsonl";
  EXPECT_EQ(complaint({script}), "");
}

TEST_F(CheckRecording, AServerHasNoVerdict) {
  settings_.record.on_error = false;
  EXPECT_THAT(complaint(), HasSubstr("stunt run"));
  settings_.judged = true;
  EXPECT_EQ(complaint(), "");
}

class RecordBlocks : public testing::Test {
 protected:
  RecordBlocks() {
    auto& block = script_.record.emplace();
    block.to = "cassettes/run.jsonl";
    block.mode = RecordMode::new_episodes;
    block.on_error = false;
    block.redact.members = {"Description"};
  }

  Settings settings_;
  scenarios::Script script_;
};

TEST_F(RecordBlocks, AreTakenWhereTheFlagsSayNothing) {
  settings_.judged = true;
  settings_.record.redact.members = {"Name"};
  const auto record = record_settings(settings_, script_);
  EXPECT_EQ(record.to, "cassettes/run.jsonl");
  EXPECT_EQ(record.mode, RecordMode::new_episodes);
  EXPECT_FALSE(record.on_error);
  EXPECT_THAT(record.redact.members, testing::ElementsAre("Name", "Description"));
}

TEST_F(RecordBlocks, FlagsGoBeforeThem) {
  settings_.record.to = "mine.jsonl";
  settings_.record.mode = RecordMode::all;
  const auto record = record_settings(settings_, script_);
  EXPECT_EQ(record.to, "mine.jsonl");
  EXPECT_EQ(record.mode, RecordMode::all);
  EXPECT_TRUE(record.on_error);  // nobody gives a verdict
}

TEST_F(RecordBlocks, ADeclaredWorldHasAFileOfItsOwn) {
  scenarios::Script blue;
  blue.scope.emplace().name = "blue";
  settings_.record.to = "folder/run.jsonl";
  EXPECT_EQ(record_settings(settings_, blue).to, "folder/run.blue.jsonl");
  EXPECT_EQ(record_settings(settings_, script_).to, "folder/run.jsonl");
  settings_.record.to.clear();
  EXPECT_EQ(record_settings(settings_, blue).to, "");
  blue.record = script_.record;
  EXPECT_EQ(record_settings(settings_, blue).to, "cassettes/run.jsonl");
}

}  // namespace
}  // namespace stunt::harness
