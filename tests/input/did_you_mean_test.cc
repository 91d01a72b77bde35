// SPDX-License-Identifier: MIT
#include "input/did_you_mean.h"

#include <array>

#include <gtest/gtest.h>

namespace stunt::input {
namespace {

constexpr std::array<std::string_view, 5> kWords = {"GetSecretValue", "PutSecretValue",
                                                    "DeleteSecret", "when", "then"};

std::string meant(std::string_view word) { return did_you_mean(word, kWords).value_or("-"); }

TEST(DidYouMean, ForgivesAFewLetters) {
  EXPECT_EQ(meant("GetSecretValu"), "GetSecretValue");
  EXPECT_EQ(meant("GetSecretVaule"), "GetSecretValue");
  EXPECT_EQ(meant("GteSecretValues"), "GetSecretValue");
  EXPECT_EQ(meant("wehn"), "when");
  EXPECT_EQ(meant("hen"), "when");
}

TEST(DidYouMean, DoesNotCareForCase) {
  EXPECT_EQ(meant("getsecretvalue"), "GetSecretValue");
  EXPECT_EQ(meant("WHEN"), "when");
}

TEST(DidYouMean, CompletesWhatWasCutShort) {
  EXPECT_EQ(meant("DeleteS"), "DeleteSecret");
  EXPECT_EQ(meant("Put"), "PutSecretValue");
}

TEST(DidYouMean, TakesTheNearest) { EXPECT_EQ(meant("PetSecretValue"), "GetSecretValue"); }

TEST(DidYouMean, IsSilentAboutOtherWords) {
  EXPECT_EQ(meant("steps"), "-");
  EXPECT_EQ(meant("ab"), "-");
  EXPECT_EQ(meant(""), "-");
  EXPECT_EQ(meant(std::string(100'000, 'x')), "-");
}

TEST(Suggest, ListsTheWordsIfNoneIsNear) {
  EXPECT_EQ(suggest("whem", kWords), "did you mean 'when'?");
  EXPECT_EQ(suggest("zebra", kWords),
            "expected one of: GetSecretValue, PutSecretValue, DeleteSecret, when, then");
}

TEST(ListOf, CountsWhatIsTooMuch) {
  const std::vector<std::string_view> many(15, "w");
  EXPECT_EQ(list_of(many), "w, w, w, w, w, w, w, w, w, w, w, w and 3 more");
  EXPECT_EQ(list_of({}), "");
}

}  // namespace
}  // namespace stunt::input
