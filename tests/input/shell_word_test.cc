// SPDX-License-Identifier: MIT
#include "input/shell_word.h"

#include <gtest/gtest.h>

namespace stunt::input {
namespace {

TEST(ShellWord, IsQuotedWhereItMustBeAndStaysOneLine) {
  EXPECT_EQ(shell_word("retry.yaml"), "retry.yaml");
  EXPECT_EQ(shell_word("my file.yaml"), "'my file.yaml'");
  EXPECT_EQ(shell_word("./client"), "./client");
  EXPECT_EQ(shell_word("it's"), R"('it'\''s')");
  EXPECT_EQ(shell_word("a b"), "'a b'");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("x\ny"), R"('x'$'\n''y')");
}

TEST(ShellQuoted, IsAnyTextForAnyShell) {
  EXPECT_EQ(shell_quoted("plain"), "'plain'");
  EXPECT_EQ(shell_quoted("it's\n"), "'it'\\''s\n'");
}

}  // namespace
}  // namespace stunt::input
