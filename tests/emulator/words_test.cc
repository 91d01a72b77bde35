// SPDX-License-Identifier: MIT
#include "emulator/words.h"

#include <gtest/gtest.h>

namespace stunt::emulator {
namespace {

using Words = std::vector<std::string>;

TEST(SearchWords, AreSplitAtOneKindOfSeparator) {
  EXPECT_EQ(search_words("prod/db/x"), (Words{"prod", "db", "x"}));
  EXPECT_EQ(search_words("a b"), (Words{"a", "b"}));
  EXPECT_EQ(search_words("a@b"), (Words{"a", "b"}));
  EXPECT_EQ(search_words("secret-1a2b"), (Words{"secret", "1a2b"}));
}

TEST(SearchWords, AreNotSplitAtTwoKindsOfSeparators) {
  EXPECT_EQ(search_words("prod/App-Beta"), Words{"prod/app-beta"});
}

TEST(SearchWords, BeginWhereCaseChanges) {
  EXPECT_EQ(search_words("SecretOne"), (Words{"secret", "one"}));
  EXPECT_EQ(search_words("prod/AppBeta/x"), (Words{"prod", "app", "beta", "x"}));
  EXPECT_EQ(search_words("COMPANYthings"), (Words{"compan", "ythings"}));
  EXPECT_EQ(search_words("ABC"), Words{"abc"});
}

TEST(SearchWords, AreNotInSeparatorsAlone) {
  for (const char* text : {"", "+", "///", "  "}) EXPECT_EQ(search_words(text), Words{}) << text;
  EXPECT_EQ(search_words("/a//b/"), (Words{"a", "b"}));
}

}  // namespace
}  // namespace stunt::emulator
