// SPDX-License-Identifier: MIT
#include <fstream>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "recorder/capture/recorder.h"
#include "recorder/capture/set_aside.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

namespace fs = std::filesystem;

using test::Act;
using testing::HasSubstr;

class RotateTest : public testing::Test {
 protected:
  RotateTest() { fs::create_directory(folder_); }
  ~RotateTest() override { fs::remove_all(folder_); }

  std::unique_ptr<Recorder> open(std::uint64_t rotate_bytes) {
    RecorderOptions options{.path = path_, .overwrite = true, .header = test::tape_header()};
    options.rotate_bytes = rotate_bytes;
    return std::make_unique<Recorder>(
        options, test::vault_service(), world::Moment{}, [](bool) {},
        [this](const std::string& error) { error_ = error; });
  }

  std::set<std::string> names() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      names.insert(entry.path().filename().string());
    }
    return names;
  }

  void touch(const char* name) { std::ofstream(folder_ / name) << "x"; }

  const fs::path folder_ = test::fresh_path("-rotate");
  const fs::path path_ = folder_ / "run.jsonl";
  std::string error_;
};

std::unique_ptr<aws::Exchange> put(std::uint64_t seq, const std::string& value) {
  return Act("PutSecretValue", {{"SecretId", "a"}, {"SecretString", value}}).seq(seq).take();
}

TEST_F(RotateTest, EachFileIsATranscriptAndNothingIsLost) {
  constexpr std::uint64_t kMany = 50, kSize = 5000;
  auto recorder = open(kSize);
  for (std::uint64_t seq = 1; seq <= kMany; ++seq) recorder->record(put(seq, "the same"));
  EXPECT_TRUE(recorder->close());
  EXPECT_EQ(recorder->status().written, kMany);
  std::uint64_t next = 1;
  const auto parts = names().size();
  ASSERT_GT(parts, 5u);
  for (std::size_t i = 1; i <= parts; ++i) {
    const auto file = i < parts ? folder_ / ("run." + std::to_string(i) + ".jsonl") : path_;
    const auto transcript = read_transcript(file);
    EXPECT_TRUE(transcript.notes.empty()) << file;
    EXPECT_EQ(transcript.header.seed, 42u);
    if (i < parts) {
      EXPECT_GE(fs::file_size(file), kSize);
    }
    EXPECT_LT(fs::file_size(file), 2 * kSize);
    for (const auto& exchange : transcript.exchanges) {
      EXPECT_EQ(exchange.seq, next++);
      EXPECT_EQ((*exchange.req.body.json)["SecretString"], "{{secret:1}}");
    }
  }
  EXPECT_EQ(next, kMany + 1);
}

TEST_F(RotateTest, NoNameIsGivenTwice) {
  for (const char* name : {"run.jsonl", "run.3.jsonl", "run.7.txt", "run.x.jsonl", "other.9.jsonl",
                           "run.5.5.jsonl", "run..jsonl"}) {
    touch(name);
  }
  EXPECT_EQ(set_aside(path_), folder_ / "run.4.jsonl");
  touch("run.jsonl");
  EXPECT_EQ(set_aside(path_), folder_ / "run.5.jsonl");
  fs::remove(folder_ / "run.4.jsonl");
  touch("run.jsonl");
  EXPECT_EQ(set_aside(path_), folder_ / "run.6.jsonl");
}

TEST_F(RotateTest, NamesWithoutAnExtensionAreNumberedToo) {
  touch("run");
  EXPECT_EQ(set_aside(folder_ / "run"), folder_ / "run.1");
}

TEST_F(RotateTest, WhatCannotBeSetAsideIsRefusedAtTheStart) {
  RecorderOptions options{.path = "/dev/null", .header = test::tape_header()};
  options.rotate_bytes = 5000;
  try {
    Recorder(
        options, test::vault_service(), world::Moment{}, [](bool) {}, nullptr);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("/dev/null"));
  }
}

TEST_F(RotateTest, AFolderThatIsGoneEndsTheRecording) {
  auto recorder = open(5000);
  recorder->record(put(1, "x"));
  while (recorder->status().written < 1) std::this_thread::yield();
  fs::remove_all(folder_);
  for (std::uint64_t seq = 2; seq < 20; ++seq) recorder->record(put(seq, "x"));
  EXPECT_FALSE(recorder->close());
  EXPECT_THAT(error_, HasSubstr("cannot set"));
}

class ReopenTest : public RotateTest {
 protected:
  void move_away() { fs::rename(path_, folder_ / "moved.jsonl"); }
};

TEST_F(ReopenTest, AFileThatWasMovedIsEndedAndANewOneBegun) {
  auto recorder = open(0);
  recorder->record(put(1, "the same"));
  move_away();
  EXPECT_EQ(recorder->reopen(), "");
  recorder->record(put(2, "the same"));
  EXPECT_TRUE(recorder->close());
  const auto moved = read_transcript(folder_ / "moved.jsonl"), now = read_transcript(path_);
  EXPECT_TRUE(moved.notes.empty());
  EXPECT_TRUE(now.notes.empty());
  EXPECT_EQ(moved.exchanges.size() + now.exchanges.size(), 2u);
  EXPECT_EQ(now.exchanges.back().seq, 2u);
  EXPECT_EQ((*now.exchanges.back().req.body.json)["SecretString"], "{{secret:1}}");
}

TEST_F(ReopenTest, AFileThatWasNotMovedIsGoneOnWith) {
  auto recorder = open(0);
  recorder->record(put(1, "x"));
  EXPECT_THAT(recorder->reopen(), HasSubstr("move it away first"));
  recorder->record(put(2, "x"));
  EXPECT_TRUE(recorder->close());
  EXPECT_EQ(read_transcript(path_).exchanges.size(), 2u);
}

TEST_F(ReopenTest, AnotherFileInItsPlaceIsLeftAlone) {
  auto recorder = open(0);
  move_away();
  touch("run.jsonl");
  EXPECT_THAT(recorder->reopen(), HasSubstr("there is something in it"));
  recorder->record(put(1, "x"));
  EXPECT_TRUE(recorder->close());
  EXPECT_EQ(test::read_file(path_), "x");
  EXPECT_EQ(read_transcript(folder_ / "moved.jsonl").exchanges.size(), 1u);
}

TEST_F(ReopenTest, IsTooLateWhenTheRecordingHasEnded) {
  auto recorder = open(0);
  recorder->close();
  EXPECT_EQ(recorder->reopen(), "the recording has ended");
}

}  // namespace
}  // namespace stunt::recorder
