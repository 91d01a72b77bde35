// SPDX-License-Identifier: MIT
#include "aws/outcome_kind.h"

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

TEST(OutcomeKind, IsReadBack) {
  for (const char* name : {"ok", "clientError", "serverError", "throttled", "reset", "closed",
                           "timeout", "clientGone"}) {
    const auto kind = read_outcome_kind(name);
    ASSERT_TRUE(kind) << name;
    EXPECT_EQ(to_string(*kind), name);
  }
  EXPECT_FALSE(read_outcome_kind("fine"));
}

TEST(Retryable, IsWhatTheSdksSay) {
  EXPECT_EQ(retryable("ThrottlingException", 400), "throttling");
  EXPECT_EQ(retryable("LimitExceededException", 400), "throttling");
  EXPECT_EQ(retryable("", 429), "throttling");
  EXPECT_EQ(retryable("InternalServiceError", 500), "transient");
  EXPECT_EQ(retryable("RequestTimeout", 400), "transient");
  EXPECT_EQ(retryable("RequestTimeTooSkewed", 403), "clockSkew");
  EXPECT_EQ(retryable("ResourceNotFoundException", 400), "no");
  EXPECT_EQ(retryable("StuntReplayMiss", 400), "no");
}

}  // namespace
}  // namespace stunt::aws
