// SPDX-License-Identifier: MIT
#include "input/duration.h"

#include <gtest/gtest.h>

namespace stunt::input {
namespace {

using namespace std::chrono_literals;

std::string complaint(std::string_view text) {
  const auto read = parse_duration(text);
  if (read) return "reads as " + std::to_string(read->count()) + "us";
  return read.error().message + "; " + read.error().hint;
}

TEST(Duration, HasAUnit) {
  EXPECT_EQ(parse_duration("7us"), 7us);
  EXPECT_EQ(parse_duration("250ms"), 250ms);
  EXPECT_EQ(parse_duration("5s"), 5s);
  EXPECT_EQ(parse_duration("2m"), 2min);
  EXPECT_EQ(parse_duration("3h"), 3h);
  EXPECT_EQ(parse_duration("8d"), 192h);
}

TEST(Duration, MayHaveAFraction) {
  EXPECT_EQ(parse_duration("1.5s"), 1500ms);
  EXPECT_EQ(parse_duration("0.1ms"), 100us);
  EXPECT_EQ(parse_duration("0.25d"), 6h);
  EXPECT_EQ(parse_duration("0.0000015s"), 2us);
}

TEST(Duration, NeedsNoUnitForNothing) {
  EXPECT_EQ(parse_duration("0"), 0us);
  EXPECT_EQ(parse_duration("0s"), 0us);
}

TEST(Duration, SaysWhatItLacks) {
  EXPECT_EQ(complaint("5"), "5 needs a unit; write 5s or 5ms");
  EXPECT_EQ(complaint("1.5"), "1.5 needs a unit; write 1.5s or 1.5ms");
  EXPECT_EQ(complaint("00"), "00 needs a unit; write 00s or 00ms");
  EXPECT_EQ(complaint("5sec"), "unknown unit 'sec' in '5sec'; the units are us, ms, s, m, h and d");
  EXPECT_EQ(complaint("5S"), "unknown unit 'S' in '5S'; the units are us, ms, s, m, h and d");
  EXPECT_EQ(complaint("5 s"), "unknown unit ' s' in '5 s'; the units are us, ms, s, m, h and d");
  EXPECT_EQ(complaint("5.s"), "unknown unit '.s' in '5.s'; the units are us, ms, s, m, h and d");
  EXPECT_EQ(complaint("-5s"), "'-5s' is negative; a duration is not");
  for (const char* text : {"", "s", ".5s", "+5s", "soon", "٣s"}) {
    EXPECT_EQ(complaint(text), "'" + std::string(text) +
                                   "' is not a duration; write a number and a unit, such as "
                                   "250ms, 1.5s or 8d");
  }
}

TEST(Duration, EndsSomewhere) {
  EXPECT_EQ(parse_duration("104000d"), 2496000h);
  EXPECT_EQ(complaint("105000d"), "'105000d' is too long; 285 years are the most");
  EXPECT_EQ(complaint(std::string(400, '9') + "us").substr(0, 6), "'99999");
}

TEST(FormatDuration, UsesTheLargestWholeUnit) {
  EXPECT_EQ(format_duration(0us), "0");
  EXPECT_EQ(format_duration(1500ms), "1500ms");
  EXPECT_EQ(format_duration(90s), "90s");
  EXPECT_EQ(format_duration(120s), "2m");
  EXPECT_EQ(format_duration(24h), "1d");
  EXPECT_EQ(format_duration(1us), "1us");
  for (const auto duration : {1us, 999us, 1'000'001us, 86'399'999'999us}) {
    EXPECT_EQ(parse_duration(format_duration(duration)), duration);
  }
}

}  // namespace
}  // namespace stunt::input
