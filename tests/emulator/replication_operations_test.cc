// SPDX-License-Identifier: MIT
// ReplicateSecretToRegions, RemoveRegionsFromReplication, StopReplicationToReplica, and
// CreateSecret with replicas.
#include "replicated.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kNoReplica =
    "400 InvalidRequestException: Operation not permitted. The secret is not a replica.";
constexpr std::string_view kFailed =
    "Replication failed: Secret name a already exists in region eu-west-1.";

class Replication : public Replicated {};

TEST_F(Replication, BeginsWithAnAnswerThatItIsInProgress) {
  const auto heard = replicate({"eu-west-1"});
  const Json status = {
      {"Region", "eu-west-1"}, {"KmsKeyId", "alias/aws/secretsmanager"}, {"Status", "InProgress"}};
  EXPECT_EQ(heard.body,
            (Json{{"ARN", service.describe("a")["ARN"]}, {"ReplicationStatus", {status}}}));
  EXPECT_EQ(heard.applied, true);
}

TEST_F(Replication, IsInSyncWhenSomebodyLooks) {
  replicate({"eu-west-1"});
  EXPECT_EQ(status_of("eu-west-1"), (Json{{"Region", "eu-west-1"},
                                          {"KmsKeyId", "alias/aws/secretsmanager"},
                                          {"Status", "InSync"},
                                          {"StatusMessage", "Replication succeeded"}}));
  EXPECT_EQ(value_in("eu-west-1"), "one");
}

TEST_F(Replication, AddsToTheReplicasThatAreThere) {
  replicate({"us-west-2"});
  const auto heard = replicate({"eu-west-1", "ap-south-1"});
  std::vector<std::string> told;
  for (const auto& status : heard["ReplicationStatus"]) {
    told.push_back(status["Region"].get<std::string>() + " " + status["Status"].get<std::string>());
  }
  EXPECT_EQ(told, (Regions{"ap-south-1 InProgress", "eu-west-1 InProgress", "us-west-2 InSync"}));
}

TEST_F(Replication, GivesEachReplicaAKeyOfItsOwn) {
  Json regions = {{{"Region", "eu-west-1"}, {"KmsKeyId", "alias/theirs"}}};
  in("us-east-1", "ReplicateSecretToRegions", {{"AddReplicaRegions", regions}});
  in("us-east-1", "UpdateSecret", {{"KmsKeyId", "alias/ours"}});
  EXPECT_EQ(status_of("eu-west-1")["KmsKeyId"], "alias/theirs");
  EXPECT_EQ(describe_in("eu-west-1")["KmsKeyId"], "alias/theirs");
  EXPECT_EQ(describe_in("us-east-1")["KmsKeyId"], "alias/ours");
}

TEST_F(Replication, TakesTheDefaultKeyByItsNameToo) {
  Json regions = {{{"Region", "eu-west-1"}, {"KmsKeyId", "alias/aws/secretsmanager"}}};
  in("us-east-1", "ReplicateSecretToRegions", {{"AddReplicaRegions", regions}});
  EXPECT_EQ(status_of("eu-west-1")["KmsKeyId"], "alias/aws/secretsmanager");
  EXPECT_TRUE(aws::member(describe_in("eu-west-1"), "KmsKeyId") == nullptr);
}

TEST_F(Replication, GoesToRegionsThatThereAre) {
  for (const char* region : {"us-east-1", "eu-west-9", "us-gov-west-1", "cn-north-1"}) {
    EXPECT_EQ(replicate({"eu-west-1", region}).error(), kInvalidRegion) << region;
  }
  EXPECT_EQ(in("us-east-1", "ReplicateSecretToRegions",
               {{"AddReplicaRegions", Json::array({Json::object()})}})
                .error(),
            kInvalidRegion);
  EXPECT_EQ(status_of("eu-west-1"), Json());
}

TEST_F(Replication, StaysInItsPartition) {
  create_in("cn-north-1");
  EXPECT_EQ(in("cn-north-1", "ReplicateSecretToRegions", added({"eu-west-1"})).error(),
            kInvalidRegion);
  EXPECT_EQ(in("cn-north-1", "ReplicateSecretToRegions", added({"cn-northwest-1"})).error(), "ok");
}

TEST_F(Replication, GoesToARegionOnce) {
  EXPECT_EQ(replicate({"eu-west-1", "eu-west-1"}).error(),
            "400 InvalidParameterException: You can't specify the replica region eu-west-1 more "
            "than once.");
  replicate({"eu-west-1"});
  EXPECT_EQ(replicate({"us-west-2", "eu-west-1"}).error(),
            "400 InvalidParameterException: The secret is already replicated to region eu-west-1.");
  EXPECT_EQ(status_of("us-west-2"), Json());
}

TEST_F(Replication, WantsARegionAtLeast) {
  EXPECT_EQ(replicate({}).error(),
            "400 ValidationException: 1 validation error detected: Value '[]' at "
            "'addReplicaRegions' failed to satisfy constraint: Member must have length greater "
            "than or equal to 1");
}

TEST_F(Replication, WantsAnActiveSecret) {
  in("us-east-1", "DeleteSecret");
  EXPECT_EQ(replicate({"eu-west-1"}).error(), kMarked);
  EXPECT_EQ(remove({"eu-west-1"}).error(), kMarked);
  EXPECT_EQ(service
                .call("ReplicateSecretToRegions",
                      {{"SecretId", "none"}, {"AddReplicaRegions", {{{"Region", "eu-west-1"}}}}})
                .error(),
            kNotFound);
}

TEST_F(Replication, WorksForASecretWithoutAValue) {
  service.call("CreateSecret", {{"Name", "empty"}});
  auto more = added({"eu-west-1"});
  more["SecretId"] = "empty";
  EXPECT_EQ(service.call("ReplicateSecretToRegions", more).error(), "ok");
  EXPECT_EQ(service.call_as("AKID", "eu-west-1", "DescribeSecret", {{"SecretId", "empty"}}).error(),
            "ok");
}

TEST_F(Replication, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  replicate({"eu-west-1"});
  EXPECT_EQ(describe_in("us-east-1")["LastChangedDate"].dump(), "1767225600.001");
  service.clock.advance(1ms);
  remove({"eu-west-1"});
  EXPECT_EQ(describe_in("us-east-1")["LastChangedDate"].dump(), "1767225600.002");
}

TEST_F(Replication, FailsWhereTheNameIsTaken) {
  const auto other = create_in("eu-west-1");
  EXPECT_EQ(replicate({"eu-west-1"})["ReplicationStatus"][0]["Status"], "InProgress");
  const auto status = status_of("eu-west-1");
  EXPECT_EQ(status["Status"], "Failed");
  EXPECT_EQ(status["StatusMessage"], kFailed);
  EXPECT_EQ(describe_in("eu-west-1")["ARN"], other["ARN"]);
}

TEST_F(Replication, LeavesAFailedReplicaAlone) {
  create_in("eu-west-1");
  replicate({"eu-west-1"});
  in("eu-west-1", "DeleteSecret", {{"ForceDeleteWithoutRecovery", true}});
  service.put("a", "two");
  EXPECT_EQ(status_of("eu-west-1")["Status"], "Failed");
  EXPECT_EQ(in("eu-west-1", "DescribeSecret").error(), kNotFound);
}

TEST_F(Replication, IsTriedAgainWhenItFailed) {
  create_in("eu-west-1");
  replicate({"eu-west-1"});
  EXPECT_EQ(status_of("eu-west-1")["Status"], "Failed");
  EXPECT_EQ(replicate({"eu-west-1"})["ReplicationStatus"][0]["Status"], "InProgress");
  EXPECT_EQ(status_of("eu-west-1")["Status"], "Failed");
  EXPECT_EQ(replicate({"eu-west-1"}, true).error(), "ok");
  EXPECT_EQ(status_of("eu-west-1")["Status"], "InSync");
}

TEST_F(Replication, OverwritesWhenItIsTold) {
  const auto other = create_in("eu-west-1");
  replicate({"eu-west-1"}, true);
  EXPECT_EQ(value_in("eu-west-1"), "one");
  EXPECT_NE(describe_in("eu-west-1")["ARN"], other["ARN"]);
}

TEST_F(Replication, OverwritesASecretThatIsScheduledForDeletion) {
  create_in("eu-west-1");
  in("eu-west-1", "DeleteSecret");
  replicate({"eu-west-1"});
  EXPECT_EQ(status_of("eu-west-1")["Status"], "Failed");
  replicate({"eu-west-1"}, true);
  EXPECT_FALSE(describe_in("eu-west-1").contains("DeletedDate"));
}

TEST_F(Replication, DoesNotOverwriteWhatIsReplicatedItself) {
  create_in("eu-west-1");
  in("eu-west-1", "ReplicateSecretToRegions", added({"us-west-2"}));
  replicate({"eu-west-1", "us-west-2"}, true);
  EXPECT_EQ(status_of("eu-west-1")["Status"], "Failed");
  EXPECT_EQ(status_of("us-west-2")["Status"], "Failed");
  EXPECT_EQ(describe_in("us-west-2")["PrimaryRegion"], "eu-west-1");
}

TEST_F(Replication, EndsAtOnceWhereItIsRemoved) {
  replicate({"eu-west-1", "us-west-2"});
  value_in("eu-west-1");
  const auto heard = remove({"eu-west-1"});
  EXPECT_EQ(heard["ARN"], service.describe("a")["ARN"]);
  ASSERT_EQ(heard["ReplicationStatus"].size(), 1u);
  EXPECT_EQ(heard["ReplicationStatus"][0]["Region"], "us-west-2");
  EXPECT_EQ(in("eu-west-1", "DescribeSecret").error(), kNotFound);
  EXPECT_EQ(value_in("us-west-2"), "one");
}

TEST_F(Replication, LeavesAPlainSecretWhenTheLastReplicaIsRemoved) {
  replicate({"eu-west-1"});
  EXPECT_EQ(remove({"eu-west-1", "eu-west-1"})["ReplicationStatus"], Json::array());
  EXPECT_FALSE(describe_in("us-east-1").contains("ReplicationStatus"));
  EXPECT_FALSE(describe_in("us-east-1").contains("PrimaryRegion"));
}

TEST_F(Replication, DropsTheEntryOnlyOfAFailedReplica) {
  const auto other = create_in("eu-west-1");
  replicate({"eu-west-1"});
  EXPECT_EQ(remove({"eu-west-1"})["ReplicationStatus"], Json::array());
  EXPECT_EQ(describe_in("eu-west-1")["ARN"], other["ARN"]);
}

TEST_F(Replication, KeepsItsSecretFromBeingDeletedAlsoWhereItFailed) {
  create_in("eu-west-1");
  replicate({"eu-west-1"});
  EXPECT_TRUE(in("us-east-1", "DeleteSecret").error().ends_with("regions [eu-west-1]."));
}

TEST_F(Replication, EndsOnlyWhereItIs) {
  replicate({"us-west-2"});
  EXPECT_EQ(remove({"us-west-2", "eu-west-1"}).error(),
            "400 InvalidParameterException: The secret is not replicated to region eu-west-1.");
  EXPECT_EQ(value_in("us-west-2"), "one");
}

TEST_F(Replication, StopsWithASecretOfItsOwn) {
  replicate({"eu-west-1"});
  const auto arn = describe_in("eu-west-1")["ARN"];
  const auto heard = in("eu-west-1", "StopReplicationToReplica");
  EXPECT_EQ(heard.body, (Json{{"ARN", arn}}));
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(describe_in("eu-west-1")["ARN"], arn);
  EXPECT_FALSE(describe_in("eu-west-1").contains("PrimaryRegion"));
  EXPECT_EQ(status_of("eu-west-1"), Json());
}

TEST_F(Replication, SetsAPromotedReplicaFree) {
  replicate({"eu-west-1"});
  const auto arn = describe_in("eu-west-1")["ARN"];
  EXPECT_EQ(in("eu-west-1", "StopReplicationToReplica", {{"SecretId", arn}}).error(), "ok");
  service.put("a", "two");
  EXPECT_EQ(value_in("eu-west-1"), "one");
  EXPECT_EQ(in("eu-west-1", "UpdateSecret", {{"Description", "mine"}}).error(), "ok");
  EXPECT_FALSE(describe_in("us-east-1").contains("Description"));
  EXPECT_EQ(in("us-east-1", "DeleteSecret").error(), "ok");
  EXPECT_EQ(in("eu-west-1", "ReplicateSecretToRegions", added({"us-west-2"})).error(), "ok");
}

TEST_F(Replication, StopsAtReplicasOnly) {
  EXPECT_EQ(in("us-east-1", "StopReplicationToReplica").error(), kNoReplica);
  replicate({"eu-west-1"});
  EXPECT_EQ(in("us-east-1", "StopReplicationToReplica").error(), kNoReplica);
  EXPECT_EQ(in("us-west-2", "StopReplicationToReplica").error(), kNotFound);
}

TEST_F(Replication, BeginsWithTheSecretIfAsked) {
  auto body = added({"eu-west-1"});
  body.update({{"Name", "new"}, {"SecretString", "x"}, {"ClientRequestToken", token(1)}});
  const auto heard = service.call("CreateSecret", body);
  EXPECT_EQ(heard["VersionId"], token(1));
  EXPECT_EQ(heard["ReplicationStatus"][0]["Status"], "InProgress");
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"SecretId", "new"}})["SecretString"], "x");
  EXPECT_EQ(service.call("CreateSecret", body)["ReplicationStatus"][0]["Status"], "InSync");
}

TEST_F(Replication, BeginsWithASecretThatHasNoValueYet) {
  auto body = added({"eu-west-1"});
  body["Name"] = "new";
  EXPECT_EQ(service.call("CreateSecret", body)["ReplicationStatus"].size(), 1u);
  service.put("new", "x");
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"SecretId", "new"}})["SecretString"], "x");
}

TEST_F(Replication, OverwritesForANewSecretToo) {
  create_in("eu-west-1", "new");
  auto body = added({"eu-west-1"});
  body.update({{"Name", "new"}, {"SecretString", "x"}, {"ForceOverwriteReplicaSecret", true}});
  service.call("CreateSecret", body);
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"SecretId", "new"}})["SecretString"], "x");
}

TEST_F(Replication, MakesNoSecretForAWrongRegion) {
  auto body = added({"us-east-1"});
  body["Name"] = "new";
  EXPECT_EQ(service.call("CreateSecret", body).error(), kInvalidRegion);
  EXPECT_EQ(service.describe("new").error(), kNotFound);
}

TEST_F(Replication, StaysInItsAccount) {
  replicate({"eu-west-1"});
  EXPECT_EQ(
      service.call_as("111122223333", "eu-west-1", "DescribeSecret", {{"SecretId", "a"}}).error(),
      kNotFound);
}

}  // namespace
}  // namespace stunt::test
