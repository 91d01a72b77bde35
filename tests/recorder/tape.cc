// SPDX-License-Identifier: MIT
#include "tape.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "recorder/capture/recorder.h"

namespace stunt::test {

recorder::Header tape_header() {
  return {"stunt/test", act_start(), 42,          "emulator", "secretsmanager",
          "us-east-1",  true,        act_start(), true};
}

std::filesystem::path fresh_path(const std::string& name) {
  static int count = 0;
  const auto path = std::filesystem::path(testing::TempDir()) /
                    ("stunt-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + name);
  std::filesystem::remove(path);
  return path;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Tape& Tape::add(Act act, bool keep_seq) {
  ++count_;
  if (!keep_seq) act.seq(count_);
  acts_.push_back(std::move(act));
  return *this;
}

std::filesystem::path Tape::file() {
  const auto path = fresh_path(".jsonl");
  recorder::Recorder recorder(
      {.path = path, .header = tape_header(), .redaction = redaction_}, service_, world::Moment{},
      [](bool) {}, [](const std::string& error) { FAIL() << error; });
  for (const auto& act : acts_) recorder.record(act.take());
  EXPECT_TRUE(recorder.close());
  return path;
}

std::string Tape::text() {
  const auto path = file();
  auto text = read_file(path);
  std::filesystem::remove(path);
  return text;
}

recorder::Transcript Tape::transcript() { return recorder::read_transcript_text(text(), "tape"); }

}  // namespace stunt::test
