// SPDX-License-Identifier: MIT
//
// Order, time and waiting: a secret that rotates every 30 days. Its rotation function is the one
// that is built in.
#include <stunt/gtest.h>

namespace {

using namespace stunt;
using namespace stunt::match;
using namespace std::chrono_literals;
using testing::AtLeast;
using testing::SizeIs;

class Rotation : public stunt::Test {
 protected:
  void SetUp() override {
    UseVirtualClock();
    Call("CreateSecret", R"({"Name": "prod/db", "SecretString": "v1"})");
    Call("RotateSecret",
         R"({"SecretId": "prod/db", "RotateImmediately": false,
             "RotationRules": {"AutomaticallyAfterDays": 30},
             "RotationLambdaARN": "arn:aws:lambda:us-east-1:111122223333:function:rotate"})");
  }
};

TEST_F(Rotation, PutsAVersionAndThenMovesTheLabel) {
  stunt::InSequence sequence;
  EXPECT_CALLS(Op("PutSecretValue"));
  EXPECT_CALLS(Op("UpdateSecretVersionStage").WithBody(R"({"VersionStage": "AWSCURRENT"})"));
  Clock().Advance(31 * 24h);
  ASSERT_TRUE(Await(Op("UpdateSecretVersionStage"), AtLeast(1), 5s));
}

TEST_F(Rotation, LeavesTheOldValueWhereItFails) {
  On(Op("PutSecretValue")).Error("InternalServiceError");
  Clock().Advance(31 * 24h);
  EXPECT_THAT(Secret("prod/db"), HasValue("v1"));
}

}  // namespace
