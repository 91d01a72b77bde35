// SPDX-License-Identifier: MIT
#include "scenarios/glob.h"

#include <gtest/gtest.h>

namespace stunt::scenarios {
namespace {

bool matches(const char* pattern, std::string_view text) { return Glob(pattern).matches(text); }

TEST(Glob, WithoutWildcardsIsTheTextItself) {
  EXPECT_TRUE(Glob("prod/db").is_literal());
  EXPECT_TRUE(matches("prod/db", "prod/db"));
  EXPECT_FALSE(matches("prod/db", "prod/db2"));
  EXPECT_FALSE(matches("prod/db", "prod/d"));
  EXPECT_FALSE(matches("prod/db", "Prod/db"));
}

TEST(Glob, StarIsAnyText) {
  EXPECT_FALSE(Glob("prod/*").is_literal());
  EXPECT_TRUE(matches("prod/*", "prod/db"));
  EXPECT_TRUE(matches("prod/*", "prod/"));
  EXPECT_TRUE(matches("prod/*", "prod/a/b"));
  EXPECT_FALSE(matches("prod/*", "prod"));
  EXPECT_FALSE(matches("prod/*", "xprod/db"));
  EXPECT_TRUE(matches("*/db", "prod/db"));
  EXPECT_FALSE(matches("*/db", "prod/db2"));
  EXPECT_TRUE(matches("prod/*-db", "prod/a-db"));
  EXPECT_TRUE(matches("*", ""));
  EXPECT_TRUE(matches("*", "a\nb"));
}

TEST(Glob, HeadAndTailDoNotOverlap) {
  EXPECT_FALSE(matches("aba*aba", "aba"));
  EXPECT_FALSE(matches("aba*aba", "ababa"));
  EXPECT_TRUE(matches("aba*aba", "abaaba"));
}

TEST(Glob, QuestionMarkIsOneCharacter) {
  EXPECT_TRUE(matches("db-?", "db-1"));
  EXPECT_TRUE(matches("db-?", "db-ü"));
  EXPECT_TRUE(matches("db-?", "db-\n"));
  EXPECT_FALSE(matches("db-?", "db-"));
  EXPECT_FALSE(matches("db-?", "db-12"));
  EXPECT_FALSE(matches("?", ""));
}

TEST(Glob, MixesWildcards) {
  EXPECT_TRUE(matches("*Secret*", "GetSecretValue"));
  EXPECT_TRUE(matches("a*b?d*", "axxbcd"));
  EXPECT_FALSE(matches("a*b?d*", "axxbd"));
  EXPECT_TRUE(matches("**", ""));
  EXPECT_FALSE(matches("*?", ""));
}

TEST(Glob, TakesEverythingElseAsItIs) {
  EXPECT_TRUE(matches("a.b+[c](d)^$|\\{1}*", "a.b+[c](d)^$|\\{1}!"));
  EXPECT_FALSE(matches("a.b*?", "axbcd"));
  EXPECT_TRUE(matches("[ab]", "[ab]"));
  EXPECT_FALSE(matches("[ab]*?", "aaa"));
}

TEST(Glob, IsFastOnTextsThatAlmostMatch) {
  std::string pattern;
  for (int i = 0; i < 31; ++i) pattern += "*a";
  EXPECT_FALSE(Glob(pattern + "b").matches(std::string(2048, 'a')));
  EXPECT_FALSE(Glob(pattern + "*b?").matches(std::string(2048, 'a')));
}

TEST(Glob, CanBeAsLongAsItsLimits) {
  const std::string wild(Glob::kMostWildcards, '?');
  EXPECT_EQ(count_wildcards(wild), Glob::kMostWildcards);
  const Glob glob(wild + std::string(Glob::kLongest - wild.size(), 'x'));
  EXPECT_TRUE(glob.matches(std::string(Glob::kLongest, 'x')));
  EXPECT_FALSE(glob.matches(std::string(Glob::kLongest, 'y')));
}

}  // namespace
}  // namespace stunt::scenarios
