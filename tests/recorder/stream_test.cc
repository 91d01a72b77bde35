// SPDX-License-Identifier: MIT
#include "recorder/transcript/stream.h"

#include <sstream>

#include <gtest/gtest.h>

#include "recorder/transcript/write_line.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

std::string head() { return to_line(test::tape_header()) + "\n"; }

std::string line(std::uint64_t seq) {
  ExchangeLine exchange;
  exchange.seq = seq;
  return to_line(exchange) + "\n";
}

struct Heard {
  std::vector<std::uint64_t> numbers{};
  StreamEnd end{};
};

Heard hear(const std::string& text) {
  Heard heard;
  std::istringstream in(text);
  heard.end = stream_transcript(
      in, "tape",
      {[](const Header&) {}, [&](const ExchangeLine& one) { heard.numbers.push_back(one.seq); }});
  return heard;
}

std::string refused(const std::string& text) {
  try {
    hear(text);
  } catch (const BadTranscript& bad) {
    return bad.what();
  }
  return "read";
}

TEST(Stream, TellsInTheOrderOfArrival) {
  const auto heard = hear(head() + line(2) + line(3) + line(1) + line(6) + line(5));
  EXPECT_EQ(heard.numbers, (std::vector<std::uint64_t>{1, 2, 3, 5, 6}));
  EXPECT_EQ(heard.end.late, 0u);
  ASSERT_EQ(heard.end.notes.size(), 1u);
  EXPECT_NE(heard.end.notes[0].find("no footer"), std::string::npos);
}

TEST(Stream, WaitsForSoManyAndNoMore) {
  std::string text = head();
  for (std::uint64_t seq = 2; seq <= kReorderedMost + 2; ++seq) text += line(seq);
  const auto heard = hear(text + line(1));
  EXPECT_EQ(heard.end.exchanges, kReorderedMost + 2);
  EXPECT_EQ(heard.end.late, 1u);
  EXPECT_EQ(heard.numbers.front(), 2u);
  EXPECT_EQ(heard.numbers.back(), 1u);
}

TEST(Stream, RefusesANumberThatIsThereTwice) {
  EXPECT_EQ(refused(head() + line(1) + line(1)), "tape:3: seq 1 stands in another line already");
  EXPECT_EQ(refused(head() + line(3) + line(3)), "tape:3: seq 3 stands in another line already");
}

TEST(Stream, RefusesALineThatNeverEnds) {
  EXPECT_NE(refused(head() + std::string(kLongestLine + 1, ' ')).find("tape:2: longer than"),
            std::string::npos);
}

TEST(Stream, LeavesOutALineThatIsCutOff) {
  const auto cut = line(2);
  const auto heard = hear(head() + line(1) + cut.substr(0, cut.size() - 5));
  EXPECT_EQ(heard.numbers, (std::vector<std::uint64_t>{1}));
  EXPECT_NE(heard.end.notes.front().find("line 3"), std::string::npos);
}

TEST(Stream, IsNoTranscriptWithoutALine) {
  EXPECT_NE(refused("").find("this is no transcript"), std::string::npos);
}

TEST(Stream, SaysTheSameAsAWholeRead) {
  const auto text = test::read_file("tests/recorder/golden/everything.jsonl");
  std::vector<std::string> lines;
  std::istringstream in(text);
  stream_transcript(
      in, "tape",
      {[](const Header&) {}, [&](const ExchangeLine& one) { lines.push_back(to_line(one)); }});
  const auto whole = read_transcript_text(text, "tape");
  ASSERT_EQ(lines.size(), whole.exchanges.size());
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i], to_line(whole.exchanges[i]));
}

}  // namespace
}  // namespace stunt::recorder
