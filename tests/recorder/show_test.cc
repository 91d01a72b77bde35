// SPDX-License-Identifier: MIT
#include "recorder/show/show.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>

#include "player.h"
#include "recorder/show/gaps.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

std::string shown(const Transcript& transcript) {
  std::ostringstream out;
  show(transcript, out, {});
  return out.str();
}

std::string shown(test::Tape tape) { return shown(tape.transcript()); }

ExchangeLine arrival(world::Duration at, world::Duration engine, const char* invocation = "",
                     unsigned attempt = 0) {
  ExchangeLine line;
  line.at = at;
  line.dur.engine = engine;
  line.sdk.invocation = invocation;
  line.sdk.attempt = attempt;
  return line;
}

TEST(Gaps, AreCountedFromTheArrivalBefore) {
  Gaps gaps;
  EXPECT_EQ(gaps.next(arrival(1s, 100ms)), std::nullopt);
  EXPECT_EQ(gaps.next(arrival(3s, 100ms)), 2s);
}

TEST(Gaps, OfARetryAreCountedFromTheEndOfTheAnswerBefore) {
  Gaps gaps;
  gaps.next(arrival(1s, 100ms, "i", 1));
  gaps.next(arrival(1200ms, 1ms, "other", 1));
  EXPECT_EQ(gaps.next(arrival(1500ms, 100ms, "i", 2)), 400ms);
  EXPECT_EQ(gaps.next(arrival(2s, 100ms, "i", 3)), 400ms);
}

TEST(Gaps, AreNeverLessThanNothing) {
  Gaps gaps;
  gaps.next(arrival(1s, 10s, "i", 1));
  EXPECT_EQ(gaps.next(arrival(2s, 100ms, "i", 2)), 0s);
}

TEST(Show, CountsWhatItShows) {
  EXPECT_THAT(shown(test::Tape().add(test::get("a"))),
              HasSubstr("1 exchange, 0 with faults, 0 errors\n"));
  EXPECT_THAT(
      shown(
          test::Tape()
              .add(
                  test::get("a").answer(500, {{"__type", "E"}}).fault({.rule = "r", .action = "x"}))
              .add(test::get("a"))),
      HasSubstr("2 exchanges, 1 with faults, 1 error\n"));
}

TEST(Show, NamesARuleOnceThatDidTwoThings) {
  const auto text = shown(test::Tape().add(test::get("a")
                                               .fault({.rule = "twice", .action = "x"})
                                               .fault({.rule = "other", .action = "x"})
                                               .fault({.rule = "twice", .action = "y"})));
  EXPECT_THAT(text, HasSubstr("  twice, other  "));
}

TEST(Show, SaysHowAnAnswerEndedAndAfterHowMuch) {
  const auto ended = [](http::Delivery::End end, std::size_t bytes) {
    return shown(
        test::Tape().add(test::get("a").fault({.rule = "r", .action = "x"}).ended(end, bytes)));
  };
  EXPECT_THAT(ended(http::Delivery::End::closed, 61), HasSubstr("  closed after 61 bytes  "));
  EXPECT_THAT(ended(http::Delivery::End::reset, 1), HasSubstr("  reset after 1 byte  "));
  EXPECT_THAT(ended(http::Delivery::End::timed_out, 0), HasSubstr("  timeout  "));
}

TEST(Show, SaysThatAFileEndedEarly) {
  auto text = test::Tape().add(test::get("a")).text();
  text.erase(text.rfind("{\"kind\":\"footer\""));
  EXPECT_THAT(shown(read_transcript_text(text, "t")), HasSubstr("note: the recording ended early"));
}

TEST(Show, LetsNothingControlTheTerminal) {
  const auto text = shown(test::Tape().add(test::get("a\x1b[2J\nb")));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr(R"(a\x1b[2J\x0ab)"));
}

TEST(Show, FitsAScreen) {
  const std::string_view long_name = "a/very/long/name/of/a/secret/that/nobody/can/remember";
  const auto text = shown(test::Tape().add(
      test::get(std::string(long_name))
          .answer(400, {{"__type", "AnExceptionWithAVeryLongNameThatSomebodyMadeUp"}})
          .fault({.rule = "a-rule-with-a-very-long-name-that-goes-on", .action = "x"})
          .took(1s, 100s)
          .attempt("i", 3)));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto columns = std::count_if(line.begin(), line.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    EXPECT_LE(columns, 130) << line;
  }
}

TEST(Show, ShowsAnEmptyTranscript) {
  EXPECT_THAT(shown(test::Tape()), HasSubstr("0 exchanges, 0 with faults, 0 errors"));
}

}  // namespace
}  // namespace stunt::recorder
