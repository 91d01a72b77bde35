// SPDX-License-Identifier: MIT
#include "stunt/gtest.h"

namespace stunt {
namespace {

class Skipped : public stunt::Test {};

/// Fails if it is judged: nobody calls.
TEST_F(Skipped, IsNotJudged) {
  EXPECT_CALLS(Op("ListSecrets"));
  On(Op("ListSecrets")).Reset();
  GTEST_SKIP() << "to skip is what this one does";
}

}  // namespace
}  // namespace stunt
