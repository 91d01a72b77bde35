// SPDX-License-Identifier: MIT
#include "recorder/merge/merge.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "recorder/redaction/pseudonym.h"
#include "recorder/transcript/transcript_lines.h"
#include "recorder/transcript/write_line.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

/// What a file says of its recording.
struct Written {
  world::Duration start{0};
  std::string scope = "default";
  std::uint64_t seed = 42;
  bool virtual_clock = false;
  std::string service = "secretsmanager";
};

class Merge : public testing::Test {
 protected:
  ~Merge() override {
    for (const auto& path : paths_) std::filesystem::remove(path);
  }

  /// A file with one exchange for each (seq, seconds since its start, pseudonym).
  struct Line {
    std::uint64_t seq;
    world::Duration t;
    std::uint64_t secret;
  };
  void file(const Written& written, const std::vector<Line>& lines) {
    Transcript transcript;
    transcript.header = test::tape_header();
    transcript.header.deterministic = false;
    transcript.header.virtual_clock = written.virtual_clock;
    transcript.header.created += written.start;
    transcript.header.clock_start += written.start;
    transcript.header.seed = written.seed;
    transcript.header.service = written.service;
    for (const auto& [seq, t, secret] : lines) {
      ExchangeLine line;
      line.seq = seq;
      line.scope = written.scope;
      line.t = line.at = t;
      line.req.body.json =
          aws::Json::object({{"SecretString", to_string(Pseudonym{secret, SecretKind::text})}});
      transcript.exchanges.push_back(line);
    }
    paths_.push_back(test::fresh_path(".jsonl"));
    std::ofstream(paths_.back(), std::ios::binary) << write_transcript(transcript);
  }

  Transcript merged() {
    std::ostringstream out;
    notes_ = merge_transcripts(paths_, out);
    const auto transcript = read_transcript_text(out.str(), "merged");
    EXPECT_TRUE(transcript.notes.empty()) << transcript.notes.front();
    return transcript;
  }

  /// "default 3 {{secret:1}}": scope, seconds since the first start, secret; in the order of seq.
  std::vector<std::string> merged_lines() {
    std::vector<std::string> lines;
    for (const auto& line : merged().exchanges) {
      EXPECT_EQ(line.seq, lines.size() + 1);
      EXPECT_EQ(line.at, line.t);
      lines.push_back(line.scope + " " + std::to_string(line.t / 1s) + " " +
                      (*line.req.body.json)["SecretString"].get<std::string>());
    }
    return lines;
  }

  std::string refused() {
    try {
      merged();
    } catch (const std::exception& error) {
      return error.what();
    }
    return "merged";
  }

  std::vector<std::filesystem::path> paths_;
  std::vector<std::string> notes_;
};

TEST_F(Merge, PutsExchangesInTheOrderOfArrival) {
  file({.start = 10s, .scope = "b"}, {{1, 1s, 1}, {2, 5s, 1}});
  file({.start = 8s, .scope = "a"}, {{1, 1s, 1}, {2, 4s, 1}, {3, 9s, 1}});
  EXPECT_THAT(merged_lines(),
              ElementsAre("a 1 {{secret:2}}", "b 3 {{secret:1}}", "a 4 {{secret:2}}",
                          "b 7 {{secret:1}}", "a 9 {{secret:2}}"));
}

TEST_F(Merge, TellsSecretsOfDifferentRecordingsApart) {
  file({.seed = 1}, {{1, 1s, 7}, {2, 2s, 3}});
  file({.seed = 2}, {{1, 3s, 1}});
  file({.seed = 3}, {{1, 4s, 2}});
  EXPECT_THAT(merged_lines(), ElementsAre("default 1 {{secret:7}}", "default 2 {{secret:3}}",
                                          "default 3 {{secret:8}}", "default 4 {{secret:10}}"));
  EXPECT_THAT(notes_, testing::Contains(HasSubstr("has seed 2; the header tells that of")));
}

TEST_F(Merge, KeepsTheSecretsOfPartsOfOneRecording) {
  file({}, {{1, 1s, 1}, {3, 3s, 2}});
  file({}, {{2, 2s, 1}, {4, 4s, 5}});
  file({.start = 1ms}, {{5, 5s, 1}});
  EXPECT_THAT(merged_lines(), ElementsAre("default 1 {{secret:1}}", "default 2 {{secret:1}}",
                                          "default 3 {{secret:2}}", "default 4 {{secret:5}}",
                                          "default 5 {{secret:6}}"));
}

TEST_F(Merge, TakesRunsThatRepeatANumberForDifferentRecordings) {
  file({}, {{1, 1s, 1}});
  file({}, {{1, 2s, 1}});
  EXPECT_THAT(merged_lines(), ElementsAre("default 1 {{secret:1}}", "default 2 {{secret:2}}"));
}

TEST_F(Merge, TakesScopesOfOneRunForDifferentRecordings) {
  file({.scope = "a"}, {{1, 1s, 1}});
  file({.scope = "b"}, {{2, 2s, 1}});
  EXPECT_THAT(merged_lines(), ElementsAre("a 1 {{secret:1}}", "b 2 {{secret:2}}"));
}

TEST_F(Merge, BeginsWithTheFirstThatBegan) {
  file({.start = 10s}, {{1, 1s, 1}});
  file({.start = 8s}, {{1, 1s, 1}});
  EXPECT_EQ(merged().header.clock_start, test::tape_header().clock_start + 8s);
}

TEST_F(Merge, SaysWhichFileEndedEarly) {
  file({}, {{1, 1s, 1}});
  file({.seed = 1}, {});
  merged();
  EXPECT_THAT(notes_, testing::Contains(paths_[1].string() + ": " + kNoFooterNote));
}

TEST_F(Merge, RefusesFilesThatDoNotGoTogether) {
  file({}, {{1, 1s, 1}});
  file({.virtual_clock = true}, {{1, 1s, 1}});
  EXPECT_THAT(refused(), HasSubstr("the clock of one is the machine's, of the other virtual"));
  paths_.pop_back();
  file({.service = "sqs"}, {});
  EXPECT_THAT(refused(), HasSubstr("one is of secretsmanager, the other of sqs"));
}

TEST_F(Merge, RefusesAFileThatIsGivenTwice) {
  file({}, {{1, 1s, 1}});
  paths_.push_back(paths_.front());
  EXPECT_THAT(refused(), HasSubstr("is given twice"));
  paths_.pop_back();
}

TEST_F(Merge, SaysWhereAFileIsBroken) {
  file({}, {{1, 1s, 1}});
  paths_.push_back(test::fresh_path(".jsonl"));
  std::ofstream(paths_.back()) << "nothing\n";
  EXPECT_THAT(refused(), HasSubstr(paths_.back().string() + ":1:"));
}

}  // namespace
}  // namespace stunt::recorder
