// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "harness/application.h"
#include "harness/loop_thread.h"
#include "harness/rotation/builtin.h"
#include "rotating_service.h"
#include "rotation_ear.h"
#include "scenarios/director.h"
#include "scenarios/load.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;
using emulator::RotationStep;
using test::rotation_order;

/// A service, rules in front of it, an application around both, and the rotation as its client.
class BuiltinRotationTest : public testing::Test {
 protected:
  explicit BuiltinRotationTest(aws::Json value = {{"SecretString", "hunter2!"}})
      : service_(std::move(value)) {}

  ~BuiltinRotationTest() override {
    thread_.stop([this] {
      if (client_) client_->stop();
    });
  }

  /// What the listener hears before rotate() returns.
  std::string rotate(std::string_view rules = {},
                     emulator::RotationOrder order = rotation_order()) {
    const auto text = "version: 1\nscenario: test\nrules:\n" + std::string(rules);
    if (!rules.empty()) {
      rules_ = scenarios::load_text(text, "f", emulator::secrets_manager()).rules;
    }
    director_.emplace(rules_, emulator::secrets_manager(), random_, clock_, board_);
    application_.emplace(
        emulator::secrets_manager(),
        director_->inject()([this](const aws::Call& call) { return service_.answer(call); }),
        clock_);
    application_->record_to([this](std::unique_ptr<aws::Exchange> exchange) {
      const std::lock_guard lock(mutex_);
      recorded_.push_back(std::move(exchange));
    });
    client_.emplace(*application_, clock_, thread_.loop());
    rotation_.emplace(*client_, clock_, random_, own_secret_);
    rotation_->rotate(std::move(order), ear_.listener());
    return ear_.heard();
  }

  world::SystemClock clock_;
  const world::Random random_{7};
  test::RotatingService service_;
  test::RotationEar ear_;
  std::vector<scenarios::Rule> rules_;
  scenarios::Board board_;
  std::optional<scenarios::Director> director_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<aws::Exchange>> recorded_;
  std::optional<Application> application_;
  LoopThread thread_{clock_};
  std::optional<LocalClient> client_;
  const aws::SecretAccessKey own_secret_{"own"};
  std::optional<BuiltinRotation> rotation_;
};

TEST_F(BuiltinRotationTest, IsDoneBeforeItsCallerHearsOfIt) {
  EXPECT_EQ(rotate(), "ended finished, answered true");
  EXPECT_EQ(service_.value_at("AWSCURRENT"), (aws::Json{{"SecretString", "zzzzzzzz"}}));
  EXPECT_EQ(service_.value_at("AWSPREVIOUS"), (aws::Json{{"SecretString", "hunter2!"}}));
}

TEST_F(BuiltinRotationTest, AsksWhatTheTemplatesFunctionAsks) {
  rotate();
  EXPECT_EQ(service_.asked(),
            (std::vector<std::string>{"DescribeSecret", "GetSecretValue", "GetSecretValue",
                                      "GetRandomPassword", "PutSecretValue",  // createSecret
                                      "DescribeSecret",                       // setSecret
                                      "DescribeSecret", "GetSecretValue",     // testSecret
                                      "DescribeSecret", "UpdateSecretVersionStage"}));
  const auto& put = service_.last("PutSecretValue");
  EXPECT_EQ(put.at("VersionStages"), aws::Json::array({"AWSPENDING"}));
  EXPECT_EQ(put.at("ClientRequestToken"), "v2");
  EXPECT_EQ(put.at("RotationToken"), rotation_order().rotation_token);
  EXPECT_EQ(service_.last("UpdateSecretVersionStage"), (aws::Json{{"SecretId", "arn:s"},
                                                                  {"VersionStage", "AWSCURRENT"},
                                                                  {"MoveToVersionId", "v2"},
                                                                  {"RemoveFromVersionId", "v1"}}));
}

TEST_F(BuiltinRotationTest, IsAClientLikeAnyOther) {
  rotate();
  EXPECT_EQ(service_.caller(), "111122223333 in eu-west-1 with stunt-rotation");
  ASSERT_EQ(recorded_.size(), 10u);
  EXPECT_EQ(recorded_[0]->call.seq, 1u);
  EXPECT_EQ(recorded_[9]->call.operation, "UpdateSecretVersionStage");
  EXPECT_EQ(recorded_[5]->call.ordinal, 2u) << "the second DescribeSecret";
  EXPECT_EQ(recorded_[0]->arrival.connection, 0u);
  EXPECT_EQ(recorded_[0]->delivery.end, http::Delivery::End::sent);
  EXPECT_GT(recorded_[0]->delivery.bytes, recorded_[0]->reply().body.size());
}

TEST_F(BuiltinRotationTest, KeepsWhatAnEarlierAttemptHasPut) {
  rotate(
      "- {id: a, times: 1, when: {operation: UpdateSecretVersionStage},"
      " then: {error: InternalFailure}}");
  EXPECT_EQ(ear_.heard(), "ended failed, answered true");
  const auto pending = service_.value_at("AWSPENDING");
  EXPECT_FALSE(pending.empty());
  test::RotationEar again;
  rotation_->rotate(rotation_order(), again.listener());
  EXPECT_EQ(again.heard(), "ended finished, answered true");
  EXPECT_EQ(service_.value_at("AWSCURRENT"), pending);
  const auto asked = service_.asked();
  EXPECT_EQ(std::count(asked.begin(), asked.end(), "PutSecretValue"), 1);
}

TEST_F(BuiltinRotationTest, FailsWithTheFirstStepThatFails) {
  EXPECT_EQ(rotate("- {id: a, when: {operation: PutSecretValue}, then: {error: InternalFailure}}"),
            "ended failed, answered true");
  EXPECT_EQ(service_.asked().back(), "GetRandomPassword");
}

TEST_F(BuiltinRotationTest, RefusesASecretWhoseRotationIsOff) {
  service_.rotation_enabled = false;
  EXPECT_EQ(rotate(), "ended failed, answered true");
  EXPECT_EQ(service_.asked().size(), 1u);
}

TEST_F(BuiltinRotationTest, OnlyTestsWhereNothingElseIsOrdered) {
  EXPECT_EQ(rotate({}, rotation_order({RotationStep::test_secret})), "ended failed, answered true")
      << "this one has no value yet";
  EXPECT_EQ(service_.asked(), (std::vector<std::string>{"DescribeSecret", "GetSecretValue"}));
}

TEST_F(BuiltinRotationTest, AnswersBeforeItHasToWait) {
  EXPECT_EQ(rotate("- {id: a, when: {operation: PutSecretValue}, then: {delay: 30ms}}"),
            "answered true");
  EXPECT_EQ(ear_.wait_for(2), "answered true, ended finished");
  const std::lock_guard lock(mutex_);
  ASSERT_EQ(recorded_.size(), 10u);
  EXPECT_EQ(recorded_[4]->injected, 30ms);
}

TEST_F(BuiltinRotationTest, HasFailedWhenItIsStopped) {
  EXPECT_EQ(rotate("- {id: a, when: {operation: PutSecretValue}, then: {delay: 1h}}"),
            "answered true");
  thread_.stop([this] { client_->stop(); });
  EXPECT_EQ(ear_.heard(), "answered true, ended failed");
  EXPECT_EQ(recorded_.back()->delivery.end, http::Delivery::End::reset);
}

class BuiltinRotationOfNothing : public BuiltinRotationTest {
 protected:
  BuiltinRotationOfNothing() : BuiltinRotationTest(aws::Json::object()) {}
};

TEST_F(BuiltinRotationOfNothing, MakesTheFirstValue) {
  EXPECT_EQ(rotate(), "ended finished, answered true");
  EXPECT_EQ(service_.value_at("AWSCURRENT"), (aws::Json{{"SecretString", std::string(32, 'z')}}));
}

}  // namespace
}  // namespace stunt::harness
