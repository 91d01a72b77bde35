// SPDX-License-Identifier: MIT
#include "aws/base64.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

TEST(Base64, EncodesTheVectorsOfRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64("footest"), "Zm9vdGVzdA==");
}

TEST(Base64, ReadsBackEveryByteAtEveryOffset) {
  std::string bytes;
  for (int i = 0; i < 259; ++i) {
    bytes.push_back(static_cast<char>(i * 7));
    EXPECT_EQ(read_base64(base64(bytes)), bytes);
  }
}

TEST(Base64, RefusesWhatItWouldNotWrite) {
  for (const char* text : {"Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zm9v====", "Zm9-", "Zm_v",
                           "Zm 9v", "Zm9v\n", "Zh==", "Zm9=", "Z=9v", "\xc3\xa9=="}) {
    EXPECT_FALSE(read_base64(text)) << text;
  }
}

}  // namespace
}  // namespace stunt::aws
