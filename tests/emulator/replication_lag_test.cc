// SPDX-License-Identifier: MIT
// Replicas that are late: Settings::replication_lag, on the clock.
#include "replicated.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class ReplicationLag : public Replicated {
 protected:
  ReplicationLag() : Replicated(5s) {}
};

TEST_F(ReplicationLag, LetsAReplicaComeLate) {
  replicate({"eu-west-1"});
  service.clock.advance(5s - 1us);
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InProgress");
  EXPECT_EQ(in("eu-west-1", "GetSecretValue").error(), kNotFound);
  service.clock.advance(1us);
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InSync");
  EXPECT_EQ(value_in("eu-west-1"), "one");
}

TEST_F(ReplicationLag, IsForLaterChangesToo) {
  replicate({"eu-west-1"});
  service.clock.advance(5s);
  service.put("a", "two");
  service.clock.advance(5s - 1us);
  EXPECT_EQ(value_in("eu-west-1"), "one");
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InSync");
  service.clock.advance(1us);
  EXPECT_EQ(value_in("eu-west-1"), "two");
}

TEST_F(ReplicationLag, ShowsEachChangeInItsTime) {
  replicate({"eu-west-1"});
  service.clock.advance(1s);
  service.put("a", "two");
  service.clock.advance(1s);
  service.put("a", "three");
  service.clock.advance(3s);
  EXPECT_EQ(value_in("eu-west-1"), "one");
  service.clock.advance(1s);
  EXPECT_EQ(value_in("eu-west-1"), "two");
  service.clock.advance(1s);
  EXPECT_EQ(value_in("eu-west-1"), "three");
}

TEST_F(ReplicationLag, DoesNotDependOnWhoLooks) {
  replicate({"eu-west-1"});
  service.put("a", "two");
  service.clock.advance(1s);
  service.put("a", "three");
  service.clock.advance(1h);
  EXPECT_EQ(value_in("eu-west-1"), "three");
  EXPECT_EQ(describe_in("eu-west-1")["LastChangedDate"], 1'767'225'601);
}

TEST_F(ReplicationLag, ShowsTheLastOfSeveralChangesAtOnce) {
  service.create("b");
  replicate({"eu-west-1"});
  for (int i = 0; i < 3; ++i) {
    service.put("a", std::to_string(i));
    service.put("b", std::to_string(i));
  }
  service.clock.advance(5s);
  EXPECT_EQ(value_in("eu-west-1"), "2");
}

TEST_F(ReplicationLag, FindsOutLateThatANameIsTaken) {
  replicate({"eu-west-1"});
  service.clock.advance(4s);
  EXPECT_EQ(create_in("eu-west-1").error(), "ok");
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InProgress");
  service.clock.advance(1s);
  EXPECT_EQ(status_of("eu-west-1")["Status"], "Failed");
}

TEST_F(ReplicationLag, DoesNotBringBackWhatWasRemoved) {
  replicate({"eu-west-1"});
  remove({"eu-west-1"});
  service.clock.advance(5s);
  EXPECT_EQ(in("eu-west-1", "DescribeSecret").error(), kNotFound);
}

TEST_F(ReplicationLag, BeginsAnewWhenARegionIsAddedAgain) {
  replicate({"eu-west-1"});
  service.clock.advance(3s);
  remove({"eu-west-1"});
  service.clock.advance(1s);
  replicate({"eu-west-1"});
  service.clock.advance(4s);
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InProgress");
  service.clock.advance(1s);
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InSync");
}

TEST_F(ReplicationLag, DoesNotReachAPromotedReplica) {
  replicate({"eu-west-1"});
  service.clock.advance(5s);
  service.put("a", "two");
  in("eu-west-1", "StopReplicationToReplica");
  service.clock.advance(5s);
  EXPECT_EQ(value_in("eu-west-1"), "one");
}

TEST_F(ReplicationLag, DoesNotMixUpASecretWithItsSuccessor) {
  replicate({"eu-west-1"});
  remove({"eu-west-1"});
  in("us-east-1", "DeleteSecret", {{"ForceDeleteWithoutRecovery", true}});
  auto body = added({"eu-west-1"});
  body["Name"] = "a";
  const std::string arn = service.call("CreateSecret", body)["ARN"];
  service.clock.advance(5s);
  EXPECT_TRUE(describe_in("eu-west-1")["ARN"].get<std::string>().ends_with(arn.substr(30)));
}

TEST_F(ReplicationLag, IsOverWhenTheClockWasPutBack) {
  service.clock.advance(1h);
  replicate({"eu-west-1"});
  service.clock.advance(-30min);
  EXPECT_EQ(value_in("eu-west-1"), "one");
}

}  // namespace
}  // namespace stunt::test
