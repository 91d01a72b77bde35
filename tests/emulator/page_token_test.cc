// SPDX-License-Identifier: MIT
#include "emulator/page_token.h"

#include <gtest/gtest.h>

namespace stunt::emulator {
namespace {

const world::Random kRandom(7);

TEST(PageToken, SaysWhereToGoOn) {
  for (const Position& position :
       {Position{}, Position{-5, "a,b", 3}, Position{1'767'225'600'000'000, "", 1'000'000}}) {
    EXPECT_EQ(read_page_token(page_token(position, "q", kRandom), "q", kRandom), position);
  }
}

TEST(PageToken, HasRoomForTheLongestNameInTheLongestToken) {
  EXPECT_LE(page_token({1, std::string(512, 'n'), 1}, "q", kRandom).size(), 4096u);
}

TEST(PageToken, IsForOneListOfOneSeed) {
  const auto token = page_token({1, "a", 1}, "q", kRandom);
  EXPECT_FALSE(read_page_token(token, "p", kRandom));
  EXPECT_FALSE(read_page_token(token, "q", world::Random(8)));
}

TEST(PageToken, IsNoLongerOneAfterAnyChange) {
  const auto token = page_token({1'767'225'600'000'000, "secret", 12}, "q", kRandom);
  for (std::size_t i = 0; i < token.size(); ++i) {
    auto mangled = token;
    mangled[i] = mangled[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(read_page_token(mangled, "q", kRandom)) << i;
    EXPECT_FALSE(read_page_token(token.substr(0, i), "q", kRandom)) << i;
  }
  EXPECT_FALSE(read_page_token(token + "AAAA", "q", kRandom));
}

}  // namespace
}  // namespace stunt::emulator
