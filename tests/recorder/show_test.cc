// SPDX-License-Identifier: MIT
#include "recorder/show/show.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "player.h"
#include "recorder/show/gaps.h"
#include "recorder/show/table.h"

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

/// A transcript in a file, looked at in some way.
class ShowFile : public testing::Test {
 protected:
  ~ShowFile() override { std::filesystem::remove(path_); }

  std::string lines(const ShowOptions& options = {}) {
    std::ostringstream out;
    print_lines(path_, out, options);
    return out.str();
  }

  std::string followed(bool raw, const std::function<bool()>& wait) {
    std::ostringstream out;
    follow(path_, out, {}, raw, wait);
    return out.str();
  }

  const std::filesystem::path path_ = test::Tape()
                                          .add(test::get("a"))
                                          .add(test::get("b").answer(500, {{"__type", "E"}}))
                                          .add(test::get("c"))
                                          .file();
};

bool is_ok(const ExchangeLine& line) { return line.outcome == aws::OutcomeKind::ok; }

TEST_F(ShowFile, ShowsWhatIsWantedAndCountsTheRest) {
  std::ostringstream out;
  show(path_, out, {.wanted = is_ok});
  EXPECT_THAT(out.str(), HasSubstr("  GetSecretValue  c "));
  EXPECT_THAT(out.str(), Not(HasSubstr("GetSecretValue  b ")));
  EXPECT_THAT(out.str(), HasSubstr("2 of 3 exchanges, 0 with faults, 0 errors"));
}

TEST_F(ShowFile, PrintsTheLinesAsTheyStand) {
  const auto text = test::read_file(path_);
  EXPECT_EQ(lines(), text);
  const auto some = lines({.wanted = is_ok});
  EXPECT_THAT(some, Not(HasSubstr("footer")));
  EXPECT_EQ(read_transcript_text(some, "some").exchanges.size(), 2u);
  EXPECT_THAT(text, HasSubstr(some.substr(0, some.find('\n'))));
}

TEST_F(ShowFile, ShowsOneExchangeByItsNumber) {
  std::ostringstream out;
  EXPECT_TRUE(show_one(path_, 2, out, {}));
  EXPECT_THAT(out.str(), HasSubstr("exchange 2: GetSecretValue b, 500 E\n"));
  EXPECT_FALSE(show_one(path_, 4, out, {}));
}

TEST_F(ShowFile, FollowsWhatIsAppended) {
  const auto text = test::read_file(path_);
  const auto half = text.size() / 2;  // in the middle of a line
  std::ofstream(path_, std::ios::binary) << text.substr(0, half);
  int waits = 0;
  const auto wait = [&] {
    if (++waits == 1) std::ofstream(path_, std::ios::app) << text.substr(half);
    return waits < 3;
  };
  EXPECT_EQ(followed(true, wait), text);
  waits = 2;
  EXPECT_THAT(followed(false, wait), HasSubstr("3 exchanges, 0 with faults, 1 error"));
}

TEST_F(ShowFile, FollowsTheNextFileOfTheSameName) {
  int waits = 0;
  const auto wait = [&] {
    if (++waits == 1) {
      std::filesystem::remove(path_);
      std::ofstream(path_, std::ios::binary) << test::Tape().add(test::get("next")).text();
    }
    return waits < 3;
  };
  const auto text = followed(false, wait);
  EXPECT_THAT(text, HasSubstr("GetSecretValue  next"));
  EXPECT_THAT(text, HasSubstr("4 exchanges, 0 with faults, 1 error"));
  EXPECT_EQ(text.find("engine emulator"), text.rfind("engine emulator"));
}

TEST(ShowAttempts, ShowsOnlyCallsThatWereTriedAgain) {
  const auto transcript = test::Tape()
                              .add(test::get("once").attempt("i", 1))
                              .add(test::get("twice").answer(500, {}).attempt("j", 1))
                              .add(test::get("never"))
                              .add(test::get("twice").attempt("j", 2))
                              .transcript();
  std::ostringstream out;
  show(transcript, out, {.look = Look::attempts});
  EXPECT_THAT(out.str(), HasSubstr("GetSecretValue twice: 2 attempts in "));
  EXPECT_THAT(out.str(), HasSubstr("1 call of 3 was tried again; 1 ended well"));
  EXPECT_THAT(out.str(), Not(HasSubstr("once")));
}

TEST(ShowDetail, LetsNothingControlTheTerminal) {
  const auto transcript = test::Tape().add(test::get("a\x1b[2J\nb")).transcript();
  for (const auto look : {Look::detail, Look::waterfall, Look::attempts}) {
    std::ostringstream out;
    show(transcript, out, {.look = look});
    EXPECT_THAT(out.str(), Not(HasSubstr("\x1b")));
  }
}

TEST(ShowDetail, FitsItsWidth) {
  const auto transcript = test::Tape()
                              .add(test::get(std::string(300, 'a'))
                                       .answer(400, {{"__type", "E"}})
                                       .real(200, {{"Name", "é"}}))
                              .transcript();
  for (const std::size_t width : {40, 72, 100, 200}) {
    std::ostringstream out;
    show(transcript, out, {.look = Look::detail, .width = width});
    std::istringstream lines(out.str());
    std::string line;
    // The first line and the last are the file's and not the view's.
    for (std::getline(lines, line); std::getline(lines, line) && !line.starts_with("1 exchange");) {
      if (line.starts_with("exchange 1:")) continue;
      EXPECT_LE(columns_of(line), width) << line;
    }
  }
}

TEST(Show, ShowsAnEmptyTranscript) {
  EXPECT_THAT(shown(test::Tape()), HasSubstr("0 exchanges, 0 with faults, 0 errors"));
}

}  // namespace
}  // namespace stunt::recorder
