// SPDX-License-Identifier: MIT
#include "world/entropy.h"

#include <gtest/gtest.h>

namespace stunt::world {
namespace {

TEST(Entropy, IsAsLongAsAskedForAndAnotherEachTime) {
  EXPECT_EQ(entropy(0), "");
  EXPECT_EQ(entropy(1000).size(), 1000u);
  EXPECT_NE(entropy(32), entropy(32));
}

}  // namespace
}  // namespace stunt::world
