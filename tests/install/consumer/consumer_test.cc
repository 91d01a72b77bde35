// SPDX-License-Identifier: MIT
//
// The same with GoogleTest, if stunt::gtest was installed.
#include <stunt/gtest.h>

namespace {

class Installed : public stunt::Test {};

TEST_F(Installed, HasAServer) { EXPECT_NE(Endpoint(), ""); }

}  // namespace
