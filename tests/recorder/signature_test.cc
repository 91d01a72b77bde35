// SPDX-License-Identifier: MIT
#include "recorder/redaction/signature.h"

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

constexpr const char* kScope = "/20260101/us-east-1/secretsmanager/aws4_request";

TEST(Signature, IsKeptWithoutItself) {
  const auto kept = read_signature(std::string("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE") + kScope +
                                   ",SignedHeaders=host;x-amz-date,Signature=5d672d79c1");
  ASSERT_TRUE(kept);
  EXPECT_EQ(to_string(*kept), std::string("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE") + kScope +
                                  ", SignedHeaders=host;x-amz-date");
}

TEST(Signature, IsDroppedWholeWhereItIsMalformed) {
  const std::string secret_key = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab";
  const std::string end = ", SignedHeaders=host, Signature=0";
  for (const auto& header :
       {std::string("Bearer hunter22"), std::string("Basic aHVudGVyMjI="), std::string(),
        "AWS4-HMAC-SHA256 Credential=" + secret_key + kScope + end,
        "AWS4-HMAC-SHA256 Credential=A$B" + std::string(kScope) + end,
        "AWS4-HMAC-SHA256 Credential=A/hunter22/us-east-1/s/aws4_request" + end,
        "AWS4-HMAC-SHA256 Credential=A/20260101/US_EAST!/s/aws4_request" + end,
        "AWS4-HMAC-SHA256 Credential=A" + std::string(kScope) + ", SignedHeaders=Hunter22",
        "AWS4-HMAC-SHA256 Credential=A" + std::string(kScope),
        "AWS4-hunter22 Credential=A" + std::string(kScope) + end}) {
    EXPECT_FALSE(read_signature(header)) << header;
  }
}

TEST(AmzDate, HasOneForm) {
  EXPECT_TRUE(is_amz_date("20260101T000000Z"));
  for (const char* text : {"", "20260101", "2026-01-01T00:00", "20260101T00000xZ"}) {
    EXPECT_FALSE(is_amz_date(text)) << text;
  }
}

}  // namespace
}  // namespace stunt::recorder
