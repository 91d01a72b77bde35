// SPDX-License-Identifier: MIT
#include "aws/credential.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

TEST(Credential, IsReadFromTheHeader) {
  const auto credential = read_credential(
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
      "SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6");
  EXPECT_EQ(credential.access_key_id, "AKIDEXAMPLE");
  EXPECT_EQ(credential.date, "20150830");
  EXPECT_EQ(credential.region, "us-east-1");
  EXPECT_EQ(credential.service, "iam");
  EXPECT_EQ(credential.signed_headers, "content-type;host;x-amz-date");
}

TEST(Credential, NeedsNoBlanksBetweenParts) {
  EXPECT_EQ(
      read_credential("AWS4-HMAC-SHA256 Credential=A/1/r/s/aws4_request,SignedHeaders=host").region,
      "r");
}

TEST(Credential, IsEmptyWhereTheHeaderIsBroken) {
  for (const char* header : {"", "Basic QTpC", "Bearer abc", "AWS4-HMAC-SHA256",
                             "AWS4-HMAC-SHA256 Credential=", "AWS4-HMAC-SHA256 Credential=A/1/r/s",
                             "AWS4-HMAC-SHA256 Credential=A/1/r/s/other",
                             "AWS4-HMAC-SHA256 Credential=A/1/r/s/aws4_request/more"}) {
    EXPECT_EQ(read_credential(header), Credential{}) << header;
  }
}

}  // namespace
}  // namespace stunt::aws
