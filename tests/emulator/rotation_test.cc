// SPDX-License-Identifier: MIT
#include "fake_rotator.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

/// What happens to a rotation after RotateSecret has answered.
class Rotation : public Rotating {
 protected:
  Rotation() {
    service.call("CreateSecret",
                 {{"Name", "a"}, {"SecretString", "one"}, {"ClientRequestToken", token(1)}});
    service.clock.advance(15h);
  }

  /// A secret that has been rotated once, on 1 January at 15:00, and is to be again.
  void rotated_by(const Json& rules) {
    rotate_by(2, rules);
    finish(rotator.orders.back());
  }
};

const Json kDaily = {{"AutomaticallyAfterDays", 1}};

TEST_F(Rotation, EndsWithTheNewVersionCurrentAndNothingPending) {
  rotate_by(2, kDaily);
  service.call("PutSecretValue", {{"SecretId", "a"},
                                  {"ClientRequestToken", token(2)},
                                  {"SecretString", "two"},
                                  {"VersionStages", {"AWSCURRENT", "AWSPENDING"}}});
  service.clock.advance(1s);
  end(rotator.orders[0], End::finished);
  EXPECT_EQ(service.stages("a"), (Json{{token(1), {"AWSPREVIOUS"}}, {token(2), {"AWSCURRENT"}}}));
  EXPECT_EQ(date("LastRotatedDate"), "2026-01-01T15:00:01.000Z");
  EXPECT_EQ(date("LastChangedDate"), "2026-01-01T15:00:01.000Z");
  EXPECT_EQ(date("NextRotationDate"), "2026-01-02T23:59:59.000Z");
}

TEST_F(Rotation, IsThePrimarysAndReachesReplicasAsAValueOnly) {
  rotated_by(kDaily);
  service.call("ReplicateSecretToRegions",
               {{"SecretId", "a"}, {"AddReplicaRegions", {{{"Region", "eu-west-1"}}}}});
  service.clock.advance(24h);
  make_current(due(), "again");
  EXPECT_TRUE(nothing_is_due());
  const auto there = [&](const char* operation) {
    return service.call_as("test", "eu-west-1", operation, {{"SecretId", "a"}});
  };
  EXPECT_EQ(there("GetSecretValue")["SecretString"], "again");
  EXPECT_FALSE(there("DescribeSecret").body.contains("RotationEnabled"));
}

TEST_F(Rotation, HasNoNextDateWithoutRules) {
  rotated_by(Json::object());
  EXPECT_EQ(date("LastRotatedDate"), "2026-01-01T15:00:00.000Z");
  EXPECT_EQ(date("NextRotationDate"), "none");
  EXPECT_EQ(next(), "never");
}

TEST_F(Rotation, ComesWhenItsWindowOpens) {
  rotated_by(kDaily);
  EXPECT_EQ(next(), "2026-01-02T00:00:00.000Z");
  EXPECT_TRUE(nothing_is_due());
  service.clock.advance(9h);
  const auto order = due();
  EXPECT_EQ(order.secret_arn, described("ARN"));
  EXPECT_EQ(order.function_arn, kFunction);
  EXPECT_EQ(order.steps.size(), 4u);
  EXPECT_EQ(order.token.size(), 36u);
  EXPECT_NE(order.rotation_token, rotator.orders[0].rotation_token);
  EXPECT_EQ(service.stages("a")[order.token], Json::array({"AWSPENDING"}));
}

TEST_F(Rotation, IsToldOnce) {
  rotated_by(kDaily);
  service.clock.advance(24h * 7);
  const auto order = due();
  EXPECT_TRUE(nothing_is_due());
  EXPECT_EQ(next(), "never");
  finish(order);
  EXPECT_EQ(next(), "2026-01-09T00:00:00.000Z");
}

TEST_F(Rotation, HasAnotherVersionEachTime) {
  rotated_by(kDaily);
  std::string last;
  for (int day = 0; day < 3; ++day) {
    service.clock.advance(24h);
    const auto order = due();
    EXPECT_NE(order.token, last);
    last = order.token;
    finish(order);
    EXPECT_EQ(service.stages("a")[last], Json::array({"AWSCURRENT"}));
  }
}

TEST_F(Rotation, IsTriedAgainWithTheSameVersionAfterAFailure) {
  rotated_by(kDaily);
  service.clock.advance(9h);
  const auto first = due();
  put_pending(first, "half done");
  end(first, End::failed);
  EXPECT_EQ(service.stages("a")[first.token], Json::array({"AWSPENDING"}));
  EXPECT_EQ(next(), "2026-01-02T00:15:00.000Z");
  EXPECT_TRUE(nothing_is_due());
  service.clock.advance(15min);
  const auto second = due();
  EXPECT_EQ(second.token, first.token);
  EXPECT_NE(second.rotation_token, first.rotation_token);
  EXPECT_EQ(second.steps.size(), 4u);
}

TEST_F(Rotation, IsTriedFiveTimesAndThenWaitsForTheNextWindow) {
  rotate_by(2, kDaily);
  end(rotator.orders[0], End::failed);
  for (int again = 1; again < 5; ++again) {
    service.clock.advance(15min);
    end(due(), End::failed);
  }
  EXPECT_EQ(next(), "2026-01-02T00:00:00.000Z");
  service.clock.advance(24h);
  EXPECT_EQ(due().token, token(2));
}

TEST_F(Rotation, CountsItsTriesAnewAfterASuccess) {
  const auto fail_four_times = [&](Order order) {
    for (int tried = 1; tried < 5; ++tried) {
      end(order, End::failed);
      service.clock.advance(15min);
      order = due();
    }
    return order;
  };
  rotate_by(2, kDaily);
  finish(fail_four_times(rotator.orders[0]));
  service.clock.advance(24h);
  finish(fail_four_times(due()));
}

TEST_F(Rotation, HasFailedIfItFinishesAndTheOldVersionIsStillCurrent) {
  rotate_by(2, kDaily);
  put_pending(rotator.orders[0], "two");
  end(rotator.orders[0], End::finished);
  EXPECT_EQ(service.stages("a")[token(2)], Json::array({"AWSPENDING"}));
  EXPECT_EQ(date("LastRotatedDate"), "none");
  EXPECT_EQ(next(), "2026-01-01T15:15:00.000Z");
}

TEST_F(Rotation, EndsOnce) {
  rotate_by(2, kDaily);
  const auto order = rotator.orders[0];
  finish(order);
  service.clock.advance(1h);
  end(order, End::finished);
  end(order, End::failed);
  EXPECT_EQ(date("LastRotatedDate"), "2026-01-01T15:00:00.000Z");
  EXPECT_EQ(next(), "2026-01-02T00:00:00.000Z");
}

TEST_F(Rotation, IsNotTriedAgainWhenItWasCancelledMeanwhile) {
  rotate_by(2, kDaily);
  service.call("CancelRotateSecret", {{"SecretId", "a"}});
  end(rotator.orders[0], End::failed);
  EXPECT_EQ(next(), "never");
}

TEST_F(Rotation, FinishesAlsoWhenItWasCancelledMeanwhile) {
  rotate_by(2, kDaily);
  service.call("CancelRotateSecret", {{"SecretId", "a"}});
  finish(rotator.orders[0]);
  EXPECT_EQ(date("LastRotatedDate"), "2026-01-01T15:00:00.000Z");
  EXPECT_EQ(next(), "never");
}

TEST_F(Rotation, SkipsASecretThatIsMarkedForDeletion) {
  rotated_by(kDaily);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  service.clock.advance(24h);
  EXPECT_TRUE(nothing_is_due());
  service.call("RestoreSecret", {{"SecretId", "a"}});
  EXPECT_EQ(next(), "2026-01-03T00:00:00.000Z");
  service.clock.advance(24h);
  due();
}

TEST_F(Rotation, IsForgottenWithTheSecret) {
  rotated_by(kDaily);
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  service.create("a");
  service.clock.advance(24h);
  EXPECT_TRUE(nothing_is_due());
  EXPECT_EQ(next(), "never");
}

TEST_F(Rotation, IsPostponedByAValueSetByHand) {
  rotated_by({{"AutomaticallyAfterDays", 10}});
  EXPECT_EQ(next(), "2026-01-11T00:00:00.000Z");
  service.clock.advance(24h * 2);
  service.put("a", "by hand");
  EXPECT_EQ(next(), "2026-01-13T00:00:00.000Z");
  service.clock.advance(24h);
  service.call("UpdateSecret", {{"SecretId", "a"}, {"SecretString", "again"}});
  EXPECT_EQ(date("NextRotationDate"), "2026-01-14T23:59:59.000Z");
  EXPECT_EQ(date("LastRotatedDate"), "2026-01-01T15:00:00.000Z");
}

TEST_F(Rotation, IsPostponedByACurrentValueOnlyAndNeverWithAnExpression) {
  rotated_by({{"AutomaticallyAfterDays", 10}});
  service.clock.advance(24h);
  service.call("PutSecretValue",
               {{"SecretId", "a"}, {"SecretString", "x"}, {"VersionStages", {"MINE"}}});
  EXPECT_EQ(next(), "2026-01-11T00:00:00.000Z");
  rotate_by(3, {{"ScheduleExpression", "rate(10 days)"}});
  finish(rotator.orders.back());
  EXPECT_EQ(next(), "2026-01-12T00:00:00.000Z");
  service.clock.advance(24h);
  service.put("a", "by hand");
  EXPECT_EQ(next(), "2026-01-12T00:00:00.000Z");
}

TEST_F(Rotation, TellsTheDaysThatAnExpressionMeansOnceItHasSucceeded) {
  const Json rules = {{"Duration", "2h"}, {"ScheduleExpression", "cron(0 16 1,15 * ? *)"}};
  service.clock.advance(24h);
  rotate_by(2, rules);
  EXPECT_EQ(described("RotationRules"), rules);
  finish(rotator.orders[0]);
  EXPECT_EQ(described("RotationRules")["AutomaticallyAfterDays"], 13);
  EXPECT_EQ(described("RotationRules")["ScheduleExpression"], rules["ScheduleExpression"]);
  EXPECT_EQ(date("NextRotationDate"), "2026-01-15T17:59:59.000Z");
}

TEST_F(Rotation, ComesForManySecretsInOrder) {
  const int count = 50;
  for (int i = 0; i < count; ++i) {
    const auto name = "many" + std::to_string(i);
    service.create(name);
    const auto days = "rate(" + std::to_string(count - i) + " days)";
    rotate(2, {{"SecretId", name},
               {"RotateImmediately", false},
               {"RotationRules", {{"ScheduleExpression", days}}}});
    end(rotator.orders.back(), End::finished);
  }
  for (int day = 0; day < count; ++day) {
    service.clock.advance(24h);
    EXPECT_EQ(due().secret_arn, service.describe("many" + std::to_string(count - 1 - day))["ARN"]);
  }
}

TEST_F(Rotation, StaysInItsPlace) {
  const auto call = [&](const char* region, const char* operation, Json body) {
    return service.call_as("111122223333", region, operation, std::move(body));
  };
  for (const char* region : {"eu-west-1", "us-east-1"}) {
    call(region, "CreateSecret", {{"Name", "a"}});
    call(region, "RotateSecret",
         {{"SecretId", "a"}, {"ClientRequestToken", token(2)}, {"RotationLambdaARN", kFunction}});
    EXPECT_EQ(rotator.orders.back().place.region, region);
    EXPECT_EQ(rotator.orders.back().place.account, "111122223333");
  }
  EXPECT_NE(rotator.orders[0].rotation_token, rotator.orders[1].rotation_token);
}

TEST_F(Rotation, DrawsTheSameIdsForTheSameSeed) {
  const auto run = [](std::uint64_t seed) {
    FakeRotator fake;
    Service other(seed, {.rotator = &fake});
    other.create("a");
    other.call("RotateSecret", {{"SecretId", "a"},
                                {"RotationLambdaARN", kFunction},
                                {"RotateImmediately", false},
                                {"RotationRules", kDaily}});
    other.emulator().rotation_ended(fake.orders[0], End::finished);
    other.clock.advance(48h);
    const auto order = other.emulator().due_rotations().at(0);
    return order.token + order.rotation_token;
  };
  EXPECT_EQ(run(1), run(1));
  EXPECT_NE(run(1), run(2));
}

}  // namespace
}  // namespace stunt::test
