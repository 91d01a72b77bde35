// SPDX-License-Identifier: MIT
#include "input/problem.h"

#include <gtest/gtest.h>

#include "input/quote.h"

namespace stunt::input {
namespace {

TEST(Problem, IsOneLine) {
  EXPECT_EQ(to_string(Problem{{"f.yaml", 12, 9}, "/rules/0", "wrong", "write it right"}),
            "f.yaml:12:9: /rules/0: wrong; write it right");
  EXPECT_EQ(to_string(Problem{{"f.yaml", 1, 1}, "", "wrong", ""}), "f.yaml:1:1: wrong");
  EXPECT_EQ(to_string(Problem{{"f.yaml"}, "", "is empty", ""}), "f.yaml: is empty");
}

TEST(Problems, ComeInTheOrderOfTheText) {
  Problems problems("f");
  problems.add({2, 1}, "", "third");
  problems.add({1, 9}, "/a", "second", "fix");
  problems.add({1, 2}, "", "first");
  try {
    problems.throw_if_any();
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_STREQ(bad.what(), "f:1:2: first\nf:1:9: /a: second; fix\nf:2:1: third");
    ASSERT_EQ(bad.problems.size(), 3u);
    EXPECT_EQ(bad.problems[1].at, (Place{"f", 1, 9}));
    EXPECT_EQ(bad.problems[1].pointer, "/a");
  }
}

TEST(Problems, ThrowNothingIfThereAreNone) { EXPECT_NO_THROW(Problems("f").throw_if_any()); }

TEST(Problems, AreNotKeptWithoutEnd) {
  Problems problems("f");
  for (std::size_t i = 0; i < 2 * Problems::kMost; ++i) problems.add({1, 1}, "", "again");
  EXPECT_TRUE(problems.full());
  EXPECT_EQ(problems.sorted().size(), Problems::kMost);
}

TEST(Quote, KeepsAMessageOnOneLine) {
  EXPECT_EQ(quote("prod/db"), "'prod/db'");
  EXPECT_EQ(quote("a\nb\tc\x1b[0m\x7f"), "'a\\nb\\tc\\x1b[0m\\x7f'");
  EXPECT_EQ(quote("für"), "'für'");
}

TEST(Quote, CutsBetweenCharacters) {
  EXPECT_EQ(quote(std::string(80, 'a')), "'" + std::string(80, 'a') + "'");
  EXPECT_EQ(quote(std::string(81, 'a')), "'" + std::string(80, 'a') + "…'");
  EXPECT_EQ(quote(std::string(79, 'a') + "üx"), "'" + std::string(79, 'a') + "…'");
}

}  // namespace
}  // namespace stunt::input
