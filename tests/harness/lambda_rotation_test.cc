// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "harness/rotation/lambda.h"
#include "harness/rotation/rotations.h"
#include "rotating_service.h"
#include "rotation_ear.h"
#include "stub_lambda.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;
using test::rotation_order;

constexpr const char* kAll = "createSecret setSecret testSecret finishSecret";

class LambdaRotationTest : public testing::Test {
 protected:
  LambdaRotationTest() {
    settings_.lambda_endpoint = lambda_.endpoint();
    settings_.timeout = 5s;
  }

  /// All that is heard of a rotation; so many things.
  std::string rotate(int things, emulator::RotationOrder order = rotation_order()) {
    rotation_.emplace(settings_);
    rotation_->rotate(std::move(order), ear_.listener());
    return ear_.wait_for(things);
  }

  test::StubLambda lambda_;
  RotationSettings settings_;
  test::RotationEar ear_;
  std::optional<LambdaRotation> rotation_;
};

TEST_F(LambdaRotationTest, InvokesTheFunctionForEachStep) {
  EXPECT_EQ(rotate(2), "answered true, ended finished");
  EXPECT_EQ(lambda_.steps(), kAll);
}

TEST_F(LambdaRotationTest, InvokesAsLambdaIsInvoked) {
  rotate(2);
  const auto invocations = lambda_.invocations();
  ASSERT_EQ(invocations.size(), 4u);
  const auto& first = invocations[0];
  EXPECT_EQ(first.method, "POST");
  EXPECT_EQ(first.path, "/2015-03-31/functions/rotate/invocations");
  EXPECT_EQ(first.headers.get("Content-Type"), "application/json");
  EXPECT_EQ(first.headers.get("User-Agent"), "stunt-rotation");
  EXPECT_FALSE(first.headers.get("Expect"));
  const auto order = rotation_order();
  EXPECT_EQ(*aws::parse_json(first.body), (aws::Json{{"Step", "createSecret"},
                                                     {"SecretId", order.secret_arn},
                                                     {"ClientRequestToken", order.token},
                                                     {"RotationToken", order.rotation_token}}));
}

TEST_F(LambdaRotationTest, OfOneStepHasEndedWhenItIsAnswered) {
  const auto order = rotation_order({emulator::RotationStep::test_secret});
  EXPECT_EQ(rotate(2, order), "ended finished, answered true");
  EXPECT_EQ(lambda_.steps(), "testSecret");
}

TEST_F(LambdaRotationTest, PostsToTheUrlThatAFunctionHas) {
  const auto order = rotation_order();
  settings_.functions[order.function_arn] = lambda_.endpoint() + "/my/own?x=1";
  settings_.lambda_endpoint.clear();
  EXPECT_EQ(rotate(2), "answered true, ended finished");
  EXPECT_EQ(lambda_.invocations().at(0).path, "/my/own");
  EXPECT_EQ(lambda_.invocations().at(0).query, "x=1");
}

TEST_F(LambdaRotationTest, IsRefusedWithoutAFunctionOrAPermission) {
  for (const int status : {404, 403}) {
    test::RotationEar ear;
    lambda_.set("createSecret", {status, {}, "{}"});
    LambdaRotation rotation(settings_);
    rotation.rotate(rotation_order(), ear.listener());
    EXPECT_EQ(ear.wait_for(1), "answered false") << status;
  }
  EXPECT_EQ(lambda_.steps(), "createSecret createSecret");
}

TEST_F(LambdaRotationTest, IsRefusedWhereNobodyListens) {
  {
    world::SystemClock clock;
    const http::Server gone({.port = 0}, lambda_, clock);
    settings_.lambda_endpoint = "http://127.0.0.1:" + std::to_string(gone.port());
  }
  EXPECT_EQ(rotate(1), "answered false");
}

TEST_F(LambdaRotationTest, IsRefusedWithoutAUrl) {
  settings_.lambda_endpoint.clear();
  EXPECT_EQ(rotate(1), "answered false");
}

TEST_F(LambdaRotationTest, FailsWithAFunctionThatFails) {
  lambda_.set("setSecret", {200, {{"X-Amz-Function-Error", "Unhandled"}}, R"({"errorType":"E"})"});
  EXPECT_EQ(rotate(2), "answered true, ended failed");
  EXPECT_EQ(lambda_.steps(), "createSecret setSecret");
}

TEST_F(LambdaRotationTest, FailsWithEveryOtherStatus) {
  for (const int status : {202, 302, 429, 500}) {
    test::RotationEar ear;
    lambda_.set("createSecret", {status, {{"Location", lambda_.endpoint()}}, "{}"});
    LambdaRotation rotation(settings_);
    rotation.rotate(rotation_order(), ear.listener());
    EXPECT_EQ(ear.wait_for(2), "ended failed, answered true") << status;
  }
  EXPECT_EQ(lambda_.invocations().size(), 4u) << "no redirect is followed";
}

TEST_F(LambdaRotationTest, FailsWithAFunctionThatGoesAwayLater) {
  lambda_.set("testSecret", {404, {}, "{}"});
  EXPECT_EQ(rotate(2), "answered true, ended failed");
}

TEST_F(LambdaRotationTest, FailsWithAFunctionThatTakesTooLong) {
  settings_.timeout = 50ms;
  lambda_.set("createSecret", {200, {}, "null"}, 60s);
  EXPECT_EQ(rotate(2), "ended failed, answered true");
}

TEST_F(LambdaRotationTest, HasFailedWhenItIsStopped) {
  lambda_.set("setSecret", {200, {}, "null"}, 60s);
  EXPECT_EQ(rotate(1), "answered true");
  rotation_.reset();
  EXPECT_EQ(ear_.heard(), "answered true, ended failed");
}

TEST(Rotations, ByLambdaNeedSomethingToCall) {
  const world::SystemClock clock;
  RotationSettings settings;
  settings.mode = RotationSettings::Mode::lambda;
  EXPECT_THROW(Rotations(settings, clock, nullptr, world::Random(0), aws::SecretAccessKey("own")),
               std::invalid_argument);
}

TEST_F(LambdaRotationTest, CallsManyFunctionsAndAnswersAll) {
  rotation_.emplace(settings_);
  std::vector<test::RotationEar> ears(50);
  for (auto& ear : ears) rotation_->rotate(rotation_order(), ear.listener());
  for (auto& ear : ears) EXPECT_EQ(ear.wait_for(2), "answered true, ended finished");
  EXPECT_EQ(lambda_.invocations().size(), 200u);
}

}  // namespace
}  // namespace stunt::harness
