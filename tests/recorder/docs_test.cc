// SPDX-License-Identifier: MIT
#include <fstream>

#include <gtest/gtest.h>

#include "recorder/transcript/reader.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

std::string page() { return test::read_file("docs/transcript-format.md"); }

TEST(TranscriptFormat, HasAnExampleThatIsRead) {
  constexpr std::string_view kBegin = "```json\n", kEnd = "```\n";
  const auto text = page();
  const auto begin = text.find(kBegin);
  ASSERT_NE(begin, std::string::npos);
  const auto end = text.find(kEnd, begin + kBegin.size());
  const auto example = text.substr(begin + kBegin.size(), end - begin - kBegin.size());
  const auto transcript = read_transcript_text(example, "example");
  EXPECT_EQ(transcript.exchanges.size(), 1u);
  EXPECT_TRUE(transcript.notes.empty()) << transcript.notes.front();
  EXPECT_EQ(write_transcript(transcript), example);
}

TEST(TranscriptFormat, NamesEveryMember) {
  const auto text = page();
  std::ifstream golden("tests/recorder/golden/everything.jsonl");
  for (std::string line; std::getline(golden, line);) {
    const auto json = aws::Json::parse(line);
    for (const auto& [name, value] : json.items()) {
      EXPECT_NE(text.find("`" + name + "`"), std::string::npos) << name;
    }
  }
}

}  // namespace
}  // namespace stunt::recorder
