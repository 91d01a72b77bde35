// SPDX-License-Identifier: MIT
#include "world/ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stunt::world {
namespace {

using testing::MatchesRegex;

TEST(Ids, UuidIsVersionFourWhateverTheBits) {
  EXPECT_EQ(uuid(0, 0), "00000000-0000-4000-8000-000000000000");
  EXPECT_EQ(uuid(~0ULL, ~0ULL), "ffffffff-ffff-4fff-bfff-ffffffffffff");
  EXPECT_EQ(uuid(0x0123456789abcdefULL, 0x0123456789abcdefULL),
            "01234567-89ab-4def-8123-456789abcdef");
}

TEST(Ids, AlphanumericHasTheSizeAskedFor) {
  EXPECT_EQ(alphanumeric(0, 6), "AAAAAA");
  EXPECT_THAT(alphanumeric(0x9e3779b97f4a7c15ULL, 6), MatchesRegex("[A-Za-z0-9]{6}"));
  EXPECT_NE(alphanumeric(1, 6), alphanumeric(2, 6));
}

}  // namespace
}  // namespace stunt::world
