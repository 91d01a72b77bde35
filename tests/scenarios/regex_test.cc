// SPDX-License-Identifier: MIT
#include "scenarios/regex.h"

#include <gtest/gtest.h>

namespace stunt::scenarios {
namespace {

bool matches(const char* pattern, std::string_view text) {
  return Regex::compile(pattern)->matches(text);
}

TEST(Regex, MatchesWholeTexts) {
  EXPECT_TRUE(matches("prod/[a-z]+", "prod/db"));
  EXPECT_FALSE(matches("prod/[a-z]+", "prod/db1"));
  EXPECT_FALSE(matches("prod/[a-z]+", "a/prod/db"));
  EXPECT_TRUE(matches("a|b", "b"));
  EXPECT_FALSE(matches("a|b", "ab"));
  EXPECT_TRUE(matches("(?i)PROD/.*", "prod/db"));
  EXPECT_TRUE(matches(".*-db", "x-db"));
  EXPECT_TRUE(matches("", ""));
}

TEST(Regex, ReadsUtf8) { EXPECT_TRUE(matches("gr.n", "grün")); }

TEST(Regex, SaysWhatIsWrong) {
  EXPECT_EQ(Regex::compile("a(b").error(), "missing ): a(b");
  EXPECT_EQ(Regex::compile("a(?=b)").error(), "invalid perl operator: (?=");
}

TEST(Regex, TakesTimeInProportionToTheText) {
  const std::string text(100'000, 'a');
  EXPECT_FALSE(matches("(a*)*b", text));
  EXPECT_FALSE(matches("(a|aa)+c.*", text));
}

TEST(NeededLiteral, IsTheLongestPlainRun) {
  EXPECT_EQ(needed_literal("prod/db"), "prod/db");
  EXPECT_EQ(needed_literal(".*/api-[0-9]+-eu"), "/api-");
  EXPECT_EQ(needed_literal("ab+cde"), "cde");
  EXPECT_EQ(needed_literal("(blue|green)"), "");
  EXPECT_EQ(needed_literal("(prod)?/db"), "/db");
  EXPECT_EQ(needed_literal("((a)b)*c"), "c");
}

TEST(NeededLiteral, LeavesOutWhatMayBeMissing) {
  EXPECT_EQ(needed_literal("abc?d"), "ab");
  EXPECT_EQ(needed_literal("abc*"), "ab");
  EXPECT_EQ(needed_literal("abc{0,2}x"), "ab");
  EXPECT_EQ(needed_literal("a{12}"), "");
  EXPECT_EQ(needed_literal("[abc]d"), "d");
  EXPECT_EQ(needed_literal("[]abc]d"), "d");
  EXPECT_EQ(needed_literal("[^]abc]d"), "d");
  EXPECT_EQ(needed_literal("[[:alpha:]bc]d"), "");
  EXPECT_EQ(needed_literal("(?i)abc"), "");
  EXPECT_EQ(needed_literal("\\x41bc"), "");
  EXPECT_EQ(needed_literal("abc|d"), "");
}

}  // namespace
}  // namespace stunt::scenarios
