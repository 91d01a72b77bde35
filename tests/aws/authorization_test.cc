// SPDX-License-Identifier: MIT
#include "aws/sigv4/authorization.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

TEST(Authorization, IsTakenApart) {
  const auto parts = read_authorization(
      "AWS4-HMAC-SHA256 Credential=A/1/r/s/aws4_request,SignedHeaders=host;x-amz-date,  "
      "Signature=ab");
  EXPECT_EQ(parts.algorithm, "AWS4-HMAC-SHA256");
  EXPECT_EQ(parts.credential, "A/1/r/s/aws4_request");
  EXPECT_EQ(parts.signed_headers, "host;x-amz-date");
  EXPECT_EQ(parts.signature, "ab");
  EXPECT_TRUE(parts.all_pairs);
}

TEST(Authorization, LeavesEmptyWhatIsMissing) {
  const auto parts = read_authorization("AWS4-HMAC-SHA256 Signature=a=b, Other=c");
  EXPECT_EQ(parts.credential, "");
  EXPECT_EQ(parts.signed_headers, "");
  EXPECT_EQ(parts.signature, "a=b");
  EXPECT_EQ(read_authorization("").algorithm, "");
}

TEST(Authorization, NoticesWhatIsNoPair) {
  EXPECT_FALSE(read_authorization("AWS4-HMAC-SHA256 Credential= A/1/r/s/aws4_request").all_pairs);
  EXPECT_FALSE(read_authorization("AWS4-HMAC-SHA256 Signature").all_pairs);
}

TEST(Authorization, HasACredentialOfFiveParts) {
  const auto parts = credential_parts("A/1/r/s/t");
  ASSERT_TRUE(parts);
  EXPECT_EQ((*parts)[0], "A");
  EXPECT_EQ((*parts)[4], "t");
  EXPECT_TRUE(credential_parts("////"));
  for (const char* credential : {"", "A", "A/1/r/s", "A/1/r/s/t/u", "A/1/r/s/t/"}) {
    EXPECT_FALSE(credential_parts(credential)) << credential;
  }
}

}  // namespace
}  // namespace stunt::aws
