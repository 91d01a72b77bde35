// SPDX-License-Identifier: MIT
#include <stdexcept>

#include <gtest/gtest.h>

#include "harness/upstream/address.h"

namespace stunt::harness {
namespace {

std::string refusal(const std::string& url) {
  try {
    read_address(url);
  } catch (const std::invalid_argument& wrong) {
    return wrong.what();
  }
  return "";
}

TEST(UpstreamAddress, IsSchemeHostAndPort) {
  const auto plain = read_address("http://LocalHost:4566/");
  EXPECT_EQ(plain.origin, "http://localhost:4566");
  EXPECT_EQ(plain.authority, "localhost:4566");
  EXPECT_EQ(plain.host, "localhost");
  EXPECT_FALSE(plain.is_encrypted);
  EXPECT_EQ(read_address("https://a.b:443").authority, "a.b") << "as clients write Host";
  EXPECT_EQ(read_address("http://a.b:443").authority, "a.b:443");
  EXPECT_EQ(read_address("http://[::1]:80").authority, "[::1]");
  EXPECT_EQ(read_address("http://[::1]:81").host, "::1");
}

TEST(UpstreamAddress, KnowsAwsAndItsRegions) {
  const auto region = [](const std::string& host) {
    const auto address = read_address("https://" + host);
    EXPECT_TRUE(address.is_aws()) << host;
    return std::string(address.region());
  };
  EXPECT_EQ(region("secretsmanager.us-east-1.amazonaws.com"), "us-east-1");
  EXPECT_EQ(region("secretsmanager.cn-north-1.amazonaws.com.cn"), "cn-north-1");
  EXPECT_EQ(region("secretsmanager-fips.us-gov-west-1.amazonaws.com"), "us-gov-west-1");
  EXPECT_EQ(region("vpce-0a1.secretsmanager.eu-west-1.vpce.amazonaws.com"), "eu-west-1");
  EXPECT_EQ(region("secretsmanager.eu-west-1.api.aws"), "eu-west-1");
  EXPECT_EQ(region("sts.amazonaws.com"), "");
  for (const char* other : {"https://localhost", "https://amazonaws.com.example",
                            "https://notamazonaws.com", "https://us-east-1.example"}) {
    EXPECT_FALSE(read_address(other).is_aws()) << other;
    EXPECT_EQ(read_address(other).region(), "");
  }
}

TEST(UpstreamAddress, RefusesEverythingElse) {
  for (const char* url :
       {"", "localhost:4566", "ftp://a", "http://", "http://:80", "http://a:0", "http://a:65536",
        "http://a:b", "http://a b", "http://a/path", "http://a?b", "http://a#b", "http://[::1",
        "http://[a]", "http://a\r\nb"}) {
    EXPECT_NE(refusal(url).find("such as https://"), std::string::npos) << url;
  }
  EXPECT_EQ(refusal("https://me:secret@a").find("secret@"), std::string::npos);
  EXPECT_EQ(refusal("http://secretsmanager.us-east-1.amazonaws.com"),
            "secrets do not go to AWS in the clear; write "
            "https://secretsmanager.us-east-1.amazonaws.com");
}

}  // namespace
}  // namespace stunt::harness
