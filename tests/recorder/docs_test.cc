// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "recorder/reader.h"
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
  const auto transcript = test::read_file("tests/recorder/golden/everything.jsonl");
  for (const auto& line : {transcript.substr(0, transcript.find('\n')),
                           transcript.substr(transcript.find('\n') + 1,
                                             transcript.find('\n', transcript.find('\n') + 1) -
                                                 transcript.find('\n') - 1)}) {
    for (const auto& [name, value] : aws::Json::parse(line).items()) {
      EXPECT_NE(text.find("`" + name + "`"), std::string::npos) << name;
    }
  }
}

}  // namespace
}  // namespace stunt::recorder
