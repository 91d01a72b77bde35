// SPDX-License-Identifier: MIT
#include "recorder/redaction/encodings.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "aws/base64.h"

namespace stunt::recorder {
namespace {

bool reads(std::string_view text, std::string_view expected) {
  return any_reading(text, [&](std::string_view reading) {
    return reading.find(expected) != std::string_view::npos;
  });
}

TEST(Readings, DecodePercentEscapes) {
  EXPECT_TRUE(reads("q=hunter%2F22%21", "hunter/22!"));
  EXPECT_TRUE(reads("q=two+words", "two words"));
  EXPECT_FALSE(reads("100%", "100%"));
}

TEST(Readings, UndoJsonEscapes) {
  EXPECT_TRUE(reads(R"(it is \"h\u0075nter\/22\" now)", "hunter/22"));
  EXPECT_TRUE(reads(R"({\"a\":\"line\nbreak\"})", "line\nbreak"));
}

TEST(Readings, DecodeBase64AtEveryOffset) {
  for (const char* before : {"", "x", "xy", "xyz"}) {
    const auto encoded = aws::base64(std::string(before) + "hunter22-canary" + "tail");
    EXPECT_TRUE(reads("see " + encoded + "!", "hunter22-canary")) << before;
    EXPECT_TRUE(reads("a" + encoded, "hunter22-canary")) << before;
  }
}

TEST(Readings, DecodeTheOtherAlphabetOfBase64) {
  const std::string bytes = "\xfb\xff\xfe-canary";
  auto encoded = aws::base64(bytes);
  std::replace(encoded.begin(), encoded.end(), '+', '-');
  std::replace(encoded.begin(), encoded.end(), '/', '_');
  EXPECT_TRUE(reads(encoded, bytes));
}

TEST(Readings, DecodeHexInBothCases) {
  EXPECT_TRUE(reads("0x68756e7465723232", "hunter22"));
  EXPECT_TRUE(reads("68756E7465723232", "hunter22"));
  EXPECT_TRUE(reads("a68756e7465723232", "hunter22"));
}

TEST(Base64, GoesBothWays) {
  for (const char* bytes : {"", "f", "fo", "foo", "foob", "fooba", "foobar"}) {
    EXPECT_EQ(decode_base64(aws::base64(bytes)), bytes);
  }
  EXPECT_EQ(aws::base64("fooba"), "Zm9vYmE=");
  EXPECT_FALSE(decode_base64("no base64!"));
}

}  // namespace
}  // namespace stunt::recorder
