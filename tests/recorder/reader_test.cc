// SPDX-License-Identifier: MIT
#include "recorder/transcript/reader.h"

#include <gmock/gmock.h>

#include "tape.h"

namespace stunt::recorder {
namespace {

using test::Act;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kHeader =
    R"({"kind":"header","format":"stunt.transcript","v":1,"created":"2026-01-01T00:00:00.000Z",)"
    R"("clock":{"mode":"virtual","start":"2026-01-01T00:00:00.000Z"}})"
    "\n";

std::string exchange(int seq, const std::string& more = "") {
  return R"({"kind":"exchange","seq":)" + std::to_string(seq) + R"(,"outcome":"ok")" + more + "}\n";
}

std::string problem(const std::string& text) {
  try {
    read_transcript_text(text, "run.jsonl");
  } catch (const BadTranscript& bad) {
    return bad.what();
  }
  return "none";
}

TEST(Reader, PutsExchangesInTheOrderOfArrival) {
  const auto transcript = read_transcript_text(kHeader + exchange(3) + exchange(1), "t");
  ASSERT_EQ(transcript.exchanges.size(), 2u);
  EXPECT_EQ(transcript.exchanges[0].seq, 1u);
  EXPECT_EQ(transcript.exchanges[1].seq, 3u);
}

TEST(Reader, SaysThatAFileEndedEarly) {
  EXPECT_THAT(read_transcript_text(kHeader + exchange(1), "t").notes,
              ElementsAre(HasSubstr("ended early")));
}

TEST(Reader, LeavesATornLineOut) {
  const auto transcript = read_transcript_text(kHeader + exchange(1) + "{\"kind\":\"exch", "t");
  EXPECT_EQ(transcript.exchanges.size(), 1u);
  EXPECT_THAT(transcript.notes, ElementsAre(HasSubstr("cut off"), HasSubstr("ended early")));
}

TEST(Reader, SurvivesACutAtEveryByte) {
  test::Tape tape;
  tape.add(Act("CreateSecret", {{"Name", "a"}, {"SecretString", "hunter22"}}));
  const auto text = tape.text();
  const auto header = text.find('\n') + 1;
  for (auto size = header; size < text.size(); ++size) {
    EXPECT_FALSE(read_transcript_text(text.substr(0, size), "t").notes.empty());
  }
  EXPECT_THAT(read_transcript_text(text, "t").notes, IsEmpty());
}

TEST(Reader, NoticesAChangedFile) {
  test::Tape tape;
  tape.add(Act("GetSecretValue", {{"SecretId", "prod/db"}}));
  auto text = tape.text();
  text.replace(text.rfind("prod/db"), 7, "prod/dc");
  EXPECT_THAT(read_transcript_text(text, "t").notes, ElementsAre(HasSubstr("digest")));
  const auto footer = kHeader + exchange(1) +
                      R"({"kind":"footer","exchanges":2,"digest":"x"})"
                      "\n";
  EXPECT_THAT(read_transcript_text(footer, "t").notes, ElementsAre(HasSubstr("counts 2")));
}

TEST(Reader, IgnoresEventsAndMembersThatItDoesNotKnow) {
  const auto transcript = read_transcript_text(
      kHeader + "{\"kind\":\"event\",\"name\":\"mark\"}\n" + exchange(1, R"(,"later":{"a":1})"),
      "t");
  EXPECT_EQ(transcript.exchanges.size(), 1u);
}

TEST(Reader, NamesFileLineAndColumnOfWhatIsNotJson) {
  EXPECT_EQ(problem(kHeader + "{\"kind\":oops}\n"), "run.jsonl:2:9: not JSON from here on");
  EXPECT_THAT(problem(kHeader + exchange(1) + "\n"), HasSubstr("run.jsonl:3:"));
  EXPECT_THAT(problem(kHeader + "{\"a\":\"hunter22\xff\"}\n"), testing::Not(HasSubstr("hunter22")));
}

TEST(Reader, NamesTheMemberThatIsWrong) {
  EXPECT_EQ(problem(kHeader + exchange(1, R"(,"dur":{"engine":"fast"})")),
            "run.jsonl:2: /dur/engine is not a number of microseconds");
  EXPECT_EQ(problem(kHeader + exchange(1, R"(,"req":{"headers":[["a"]]})")),
            "run.jsonl:2: /req/headers is not a list of pairs of a name and a value");
  EXPECT_EQ(problem(kHeader + exchange(1, R"(,"faults":[{"phase":"never"}])")),
            "run.jsonl:2: /faults/0/phase is not before, after or at:POINT");
  EXPECT_EQ(problem(kHeader + exchange(0)), "run.jsonl:2: /seq is not a number from 1 up");
  EXPECT_EQ(problem(kHeader + "[]\n"), "run.jsonl:2: /kind is not exchange, event or footer");
}

TEST(Reader, RefusesAHeaderFieldThatWouldEndEarly) {
  EXPECT_THAT(problem(kHeader + exchange(1, R"(,"req":{"headers":[["a","b\r\nc: d"]]})")),
              HasSubstr("/req/headers"));
}

TEST(Reader, RefusesTheSameSeqTwice) {
  EXPECT_EQ(problem(kHeader + exchange(1) + exchange(1)),
            "run.jsonl:3: seq 1 stands in line 2 already");
}

TEST(Reader, RefusesAnotherVersionKindly) {
  auto header = kHeader;
  header.replace(header.find("\"v\":1"), 5, "\"v\":2");
  EXPECT_EQ(problem(header),
            "run.jsonl:1: this is version 2 of the format; this program reads version 1");
}

TEST(Reader, RefusesWhatIsNoTranscript) {
  EXPECT_THAT(problem(""), HasSubstr("run.jsonl:1: this is no transcript"));
  EXPECT_THAT(problem("{\"log\":{}}\n"), HasSubstr("run.jsonl:1: this is no transcript"));
  EXPECT_THAT(problem(std::string(8, '\0') + "\n"), HasSubstr("run.jsonl:1:1: not JSON"));
  EXPECT_THAT(problem(kHeader + std::string(100, '[') + std::string(100, ']') + "\n"),
              HasSubstr("nested too deep"));
}

TEST(Reader, RefusesALineWithoutEnd) {
  EXPECT_THAT(problem(kHeader + std::string(kLongestLine + 1, ' ') + "\n"),
              HasSubstr("run.jsonl:2: longer than"));
}

TEST(Reader, SaysWhyAFileCannotBeOpened) {
  EXPECT_THAT([] { read_transcript("/no/such.jsonl"); },
              testing::ThrowsMessage<std::runtime_error>(
                  "cannot read /no/such.jsonl: No such file or directory"));
}

}  // namespace
}  // namespace stunt::recorder
