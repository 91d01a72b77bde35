// SPDX-License-Identifier: MIT
#include "aws/arn.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

TEST(Arn, HasSixParts) {
  const auto arn = read_arn("arn:aws:secretsmanager:eu-west-1:111122223333:secret:a:b-Abc123");
  ASSERT_TRUE(arn);
  EXPECT_EQ(arn->partition, "aws");
  EXPECT_EQ(arn->service, "secretsmanager");
  EXPECT_EQ(arn->region, "eu-west-1");
  EXPECT_EQ(arn->account, "111122223333");
  EXPECT_EQ(arn->resource, "secret:a:b-Abc123");
}

TEST(Arn, IsNotJustAnything) {
  for (const char* text :
       {"", "prod/db", "arn:", "arn:aws:secretsmanager:us-east-1", "xarn:a:b:c:d:e"}) {
    EXPECT_FALSE(read_arn(text)) << text;
  }
}

TEST(SecretName, IsTheIdItselfUnlessThatIsAnArn) {
  EXPECT_EQ(secret_name("prod/db"), "prod/db");
  EXPECT_EQ(secret_name("prod/db-a1b2c3"), "prod/db-a1b2c3");
  EXPECT_EQ(secret_name(""), "");
}

TEST(SecretName, LosesTheSuffixOfAWholeArn) {
  EXPECT_EQ(secret_name("arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-a1B2c3"),
            "prod/db");
}

TEST(SecretName, OfAPartialArnIsWhatItSays) {
  EXPECT_EQ(secret_name("arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db"), "prod/db");
  EXPECT_EQ(secret_name("arn:aws:secretsmanager:us-east-1:111122223333:secret:db-a1b2"), "db-a1b2");
}

TEST(SecretName, OfAnotherKindOfArnIsTheArn) {
  EXPECT_EQ(secret_name("arn:aws:kms:us-east-1:111122223333:key/1"),
            "arn:aws:kms:us-east-1:111122223333:key/1");
}

}  // namespace
}  // namespace stunt::aws
