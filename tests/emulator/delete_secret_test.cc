// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr int kDay = 24 * 60 * 60;
constexpr std::int64_t kNow = 1'767'225'600;

class DeleteSecret : public Emulator {
 protected:
  void SetUp() override { service.create("a", "one"); }

  Heard remove(const Json& more = Json::object(), const char* id = "a") {
    Json body = {{"SecretId", id}};
    body.update(more);
    return service.call("DeleteSecret", body);
  }

  const Json kForce = {{"ForceDeleteWithoutRecovery", true}};
};

TEST_F(DeleteSecret, WaitsThirtyDays) {
  const auto arn = service.describe("a")["ARN"];
  const auto heard = remove();
  EXPECT_EQ(heard.body, (Json{{"ARN", arn}, {"Name", "a"}, {"DeletionDate", kNow + 30 * kDay}}));
}

TEST_F(DeleteSecret, WaitsAsLongAsItIsTold) {
  EXPECT_EQ(
      remove({{"RecoveryWindowInDays", 7}, {"ForceDeleteWithoutRecovery", false}})["DeletionDate"],
      kNow + 7 * kDay);
}

TEST_F(DeleteSecret, WaitsSevenToThirtyDays) {
  for (const int window : {-1, 0, 6, 31}) {
    EXPECT_EQ(remove({{"RecoveryWindowInDays", window}}).error(),
              "400 InvalidParameterException: The RecoveryWindowInDays value must be between 7 and "
              "30 days (inclusive).")
        << window;
  }
  EXPECT_EQ(remove({{"RecoveryWindowInDays", 30}}).error(), "ok");
}

TEST_F(DeleteSecret, DoesNotWaitAndForceAtOnce) {
  EXPECT_EQ(remove({{"RecoveryWindowInDays", 7}, {"ForceDeleteWithoutRecovery", true}}).error(),
            "400 InvalidParameterException: You can't use ForceDeleteWithoutRecovery in "
            "conjunction with RecoveryWindowInDays.");
}

TEST_F(DeleteSecret, LeavesOnlyTheDescriptionReadable) {
  remove();
  EXPECT_EQ(service.describe("a")["DeletedDate"], kNow + 30 * kDay);
  EXPECT_TRUE(service.describe("a").body.contains("VersionIdsToStages"));
  EXPECT_EQ(service.get("a").error(), kMarked);
}

TEST_F(DeleteSecret, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  remove();
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
}

TEST_F(DeleteSecret, RemovesTheSecretWhenItsWindowEnds) {
  remove({{"RecoveryWindowInDays", 7}});
  service.clock.advance(days(7) - 1us);
  EXPECT_EQ(service.describe("a").error(), "ok");
  service.clock.advance(1us);
  EXPECT_EQ(service.describe("a").error(), kNotFound);
  EXPECT_EQ(service.call("RestoreSecret", {{"SecretId", "a"}}).error(), kNotFound);
}

TEST_F(DeleteSecret, KeepsTheNameUntilTheWindowEnds) {
  const auto arn = service.describe("a")["ARN"];
  remove();
  EXPECT_EQ(service.create("a").error(),
            "400 InvalidRequestException: You can't create this secret because a secret with this "
            "name is already scheduled for deletion.");
  service.clock.advance(days(30));
  const auto again = service.create("a");
  EXPECT_EQ(again.error(), "ok");
  EXPECT_NE(again["ARN"], arn);
}

TEST_F(DeleteSecret, DoesNotDeleteTwice) {
  remove();
  EXPECT_EQ(remove().error(),
            "400 InvalidRequestException: You can't perform this operation on the secret because "
            "it was already scheduled for deletion.");
}

TEST_F(DeleteSecret, RemovesAtOnceByForce) {
  const auto arn = service.describe("a")["ARN"];
  const auto heard = remove(kForce);
  EXPECT_EQ(heard.body, (Json{{"ARN", arn}, {"Name", "a"}, {"DeletionDate", kNow}}));
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(service.describe("a").error(), kNotFound);
  EXPECT_EQ(service.create("a").error(), "ok");
}

TEST_F(DeleteSecret, RemovesByForceWhatWasScheduled) {
  remove();
  EXPECT_EQ(remove(kForce).error(), "ok");
  EXPECT_EQ(service.describe("a").error(), kNotFound);
}

TEST_F(DeleteSecret, SucceedsByForceWhereNothingIs) {
  const auto heard = remove(kForce, "none");
  EXPECT_EQ(heard["Name"], "none");
  EXPECT_THAT(heard["ARN"].get<std::string>(), testing::MatchesRegex(".*:secret:none-.{6}"));
  EXPECT_EQ(heard["DeletionDate"], kNow);
  EXPECT_EQ(heard.applied, false);
}

TEST_F(DeleteSecret, WantsASecretThatIsThereOtherwise) {
  EXPECT_EQ(remove(Json::object(), "none").error(), kNotFound);
}

TEST_F(DeleteSecret, SucceedsByForceAlsoTwice) {
  remove(kForce);
  EXPECT_EQ(remove(kForce).error(), "ok");
}

/// Deletion by force where it takes ten seconds, as it may on AWS.
class SlowDeletion : public testing::Test {
 protected:
  void SetUp() override { service.create("a", "one"); }

  Heard remove(const Json& more = {{"ForceDeleteWithoutRecovery", true}}) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    return service.call("DeleteSecret", body);
  }

  Service service{{.region = "us-east-1", .account = "000000000000", .force_delete_lag = 10s}};
};

TEST_F(SlowDeletion, LeavesTheSecretAsIfItWereScheduled) {
  EXPECT_EQ(remove()["DeletionDate"], kNow);
  EXPECT_TRUE(service.describe("a").body.contains("DeletedDate"));
  EXPECT_EQ(service.get("a").error(), kMarked);
  EXPECT_EQ(service.put("a", "two").error(), kMarked);
  EXPECT_EQ(service.create("a").error(),
            "400 InvalidRequestException: You can't create this secret because a secret with this "
            "name is already scheduled for deletion.");
  EXPECT_EQ(service.call("ListSecrets", Json::object())["SecretList"].size(), 0u);
}

TEST_F(SlowDeletion, EndsWhenItsTimeHasPassed) {
  remove();
  service.clock.advance(10s - 1us);
  EXPECT_EQ(service.describe("a").error(), "ok");
  service.clock.advance(1us);
  EXPECT_EQ(service.describe("a").error(), kNotFound);
  EXPECT_EQ(service.create("a").error(), "ok");
}

TEST_F(SlowDeletion, CannotBeTakenBack) {
  remove();
  EXPECT_EQ(service.call("RestoreSecret", {{"SecretId", "a"}}).error(),
            "400 InvalidRequestException: You can't perform this operation on the secret because "
            "it was deleted.");
}

TEST_F(SlowDeletion, TakesNoLongerIfItIsAskedForAgain) {
  remove();
  service.clock.advance(9s);
  const auto again = remove();
  EXPECT_EQ(again.error(), "ok");
  EXPECT_EQ(again.applied, false);
  service.clock.advance(1s);
  EXPECT_EQ(service.describe("a").error(), kNotFound);
}

TEST_F(SlowDeletion, ShortensAWindow) {
  remove({{"RecoveryWindowInDays", 7}});
  EXPECT_EQ(remove().applied, true);
  service.clock.advance(10s);
  EXPECT_EQ(service.describe("a").error(), kNotFound);
}

TEST(DeletedDate, IsWhenTheSecretWillBeGoneOrWhenItWasDeleted) {
  using emulator::DeletedDate;
  for (const auto& [which, date] :
       {std::pair(DeletedDate::planned, kNow + 7 * kDay), {DeletedDate::occurred, kNow}}) {
    Service service({.region = "us-east-1", .account = "000000000000", .deleted_date = which});
    service.create("a");
    service.call("DeleteSecret", {{"SecretId", "a"}, {"RecoveryWindowInDays", 7}});
    EXPECT_EQ(service.describe("a")["DeletedDate"], date);
    const auto list = service.call("ListSecrets", {{"IncludePlannedDeletion", true}});
    EXPECT_EQ(list["SecretList"][0]["DeletedDate"], date);
    service.call("RestoreSecret", {{"SecretId", "a"}});
    EXPECT_FALSE(service.describe("a").body.contains("DeletedDate"));
  }
}

}  // namespace
}  // namespace stunt::test
