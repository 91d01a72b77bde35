// SPDX-License-Identifier: MIT
// What a replica shows, and what it refuses.
#include "emulator/replication/catch_up.h"
#include "replicated.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr std::string_view kReadOnly =
    "400 InvalidParameterException: Operation not permitted on a replica secret. Call must be made "
    "in primary secret's region.";

constexpr const char* kPolicy =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},)"
    R"("Action":"secretsmanager:GetSecretValue","Resource":"*"}]})";

class Replicas : public Replicated {
 protected:
  void SetUp() override {
    Replicated::SetUp();
    replicate({"eu-west-1"});
  }

  Json listed_in(std::string_view region, const Json& filters) {
    return service.call_as("AKID", region, "ListSecrets", {{"Filters", filters}})["SecretList"];
  }

  Heard update(const Json& more) { return in("us-east-1", "UpdateSecret", more); }
};

TEST_F(Replicas, DifferFromTheirPrimaryByTheirRegion) {
  const std::string primary = describe_in("us-east-1")["ARN"];
  const std::string replica = describe_in("eu-west-1")["ARN"];
  EXPECT_EQ(replica, "arn:aws:secretsmanager:eu-west-1:" + primary.substr(primary.find("00000")));
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"SecretId", replica}})["ARN"], replica);
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"SecretId", primary}}).error(), kNotFound);
}

TEST_F(Replicas, AreDescribedAsTheirPrimaryIs) {
  update({{"Description", "d"}, {"Type", "Salesforce"}});
  auto primary = describe_in("us-east-1"), replica = describe_in("eu-west-1");
  primary.erase("ReplicationStatus");
  primary.erase("ARN");
  replica.erase("ARN");
  EXPECT_EQ(replica, primary);
  EXPECT_EQ(replica["PrimaryRegion"], "us-east-1");
}

TEST_F(Replicas, HaveThePrimarysValues) {
  const auto first = service.describe("a")["VersionIdsToStages"].begin().key();
  service.put("a", "two");
  EXPECT_EQ(value_in("eu-west-1"), "two");
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"VersionId", first}})["SecretString"], "one");
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"VersionStage", "AWSPREVIOUS"}})["VersionId"],
            first);
}

TEST_F(Replicas, HaveThePrimarysLabels) {
  in("us-east-1", "PutSecretValue",
     {{"SecretString", "two"}, {"ClientRequestToken", token(2)}, {"VersionStages", {"BLUE"}}});
  EXPECT_EQ(describe_in("eu-west-1")["VersionIdsToStages"], service.stages("a"));
  EXPECT_EQ(in("eu-west-1", "GetSecretValue", {{"VersionStage", "BLUE"}})["SecretString"], "two");
  EXPECT_EQ(value_in("eu-west-1"), "one");
}

TEST_F(Replicas, HaveThePrimarysTags) {
  in("us-east-1", "TagResource", {{"Tags", tags({{"team", "blue"}})}});
  EXPECT_EQ(describe_in("eu-west-1")["Tags"], tags({{"team", "blue"}}));
  in("us-east-1", "UntagResource", {{"TagKeys", {"team"}}});
  EXPECT_EQ(describe_in("eu-west-1")["Tags"], Json::array());
}

TEST_F(Replicas, HaveThePrimarysDates) {
  service.clock.advance(1s);
  update({{"Description", "d"}});
  service.clock.advance(1s);
  EXPECT_EQ(describe_in("eu-west-1")["CreatedDate"], describe_in("us-east-1")["CreatedDate"]);
  EXPECT_EQ(describe_in("eu-west-1")["LastChangedDate"], 1'767'225'601);
}

TEST_F(Replicas, RememberTheirOwnAccess) {
  service.clock.advance(days(1));
  value_in("eu-west-1");
  EXPECT_EQ(describe_in("eu-west-1")["LastAccessedDate"], 1'767'312'000);
  EXPECT_EQ(status_of("eu-west-1")["LastAccessedDate"], 1'767'312'000);
  EXPECT_FALSE(describe_in("us-east-1").contains("LastAccessedDate"));
}

TEST_F(Replicas, RememberTheirAccessWhenThePrimaryChanges) {
  service.get("a");
  service.put("a", "two");
  EXPECT_FALSE(describe_in("eu-west-1").contains("LastAccessedDate"));
  value_in("eu-west-1");
  service.put("a", "three");
  EXPECT_EQ(describe_in("eu-west-1")["LastAccessedDate"], 1'767'225'600);
}

TEST_F(Replicas, TellThePrimaryRegionOnBothSides) {
  EXPECT_EQ(describe_in("us-east-1")["PrimaryRegion"], "us-east-1");
  EXPECT_EQ(describe_in("eu-west-1")["PrimaryRegion"], "us-east-1");
  EXPECT_FALSE(describe_in("eu-west-1").contains("ReplicationStatus"));
}

TEST_F(Replicas, AreListedInTheirRegion) {
  const auto listed = listed_in("eu-west-1", Json::array());
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0]["ARN"], describe_in("eu-west-1")["ARN"]);
  EXPECT_EQ(listed[0]["PrimaryRegion"], "us-east-1");
  EXPECT_FALSE(listed[0].contains("ReplicationStatus"));
}

TEST_F(Replicas, AreFoundByTheirPrimarysRegion) {
  create_in("eu-west-1", "plain");
  EXPECT_EQ(listed_in("eu-west-1", filter("primary-region", {"us-east-1"})).size(), 1u);
  EXPECT_EQ(listed_in("eu-west-1", filter("primary-region", {"eu-west-1"})).size(), 0u);
  EXPECT_EQ(listed_in("us-east-1", filter("primary-region", {"us-"})).size(), 1u);
  EXPECT_EQ(listed_in("eu-west-1", filter("primary-region", {"!us-east-1"}))[0]["Name"], "plain");
}

TEST_F(Replicas, AreReadOnly) {
  const std::pair<const char*, Json> calls[] = {
      {"PutSecretValue", {{"SecretString", "x"}, {"ClientRequestToken", token(9)}}},
      {"UpdateSecret", {{"Description", "x"}}},
      {"TagResource", {{"Tags", tags({{"k", "v"}})}}},
      {"UntagResource", {{"TagKeys", {"k"}}}},
      {"DeleteSecret", Json::object()},
      {"DeleteSecret", {{"ForceDeleteWithoutRecovery", true}}},
      {"RestoreSecret", Json::object()},
      {"ReplicateSecretToRegions", added({"us-west-2"})},
      {"RemoveRegionsFromReplication", {{"RemoveReplicaRegions", {"eu-west-1"}}}},
      {"PutResourcePolicy", {{"ResourcePolicy", kPolicy}}},
      {"DeleteResourcePolicy", Json::object()},
      {"UpdateSecretVersionStage", {{"VersionStage", "X"}, {"MoveToVersionId", token(1)}}},
      {"RotateSecret", {{"RotationLambdaARN", "f"}, {"ClientRequestToken", token(9)}}},
      {"CancelRotateSecret", Json::object()}};
  for (const auto& [operation, more] : calls) {
    const auto heard = in("eu-west-1", operation, more);
    EXPECT_EQ(heard.error(), kReadOnly) << operation;
    EXPECT_EQ(heard.applied, false) << operation;
  }
  EXPECT_EQ(value_in("eu-west-1"), "one");
}

TEST_F(Replicas, HaveThePrimarysPolicy) {
  service.call("PutResourcePolicy", {{"SecretId", "a"}, {"ResourcePolicy", kPolicy}});
  EXPECT_EQ(in("eu-west-1", "GetResourcePolicy", Json::object())["ResourcePolicy"], kPolicy);
}

TEST_F(Replicas, KeepTheirName) {
  EXPECT_EQ(create_in("eu-west-1").error(),
            "400 ResourceExistsException: The operation failed because the secret a already "
            "exists.");
}

TEST_F(Replicas, KeepTheirPrimaryFromBeingDeleted) {
  replicate({"us-west-2", "ap-south-1"});
  const std::string arn = service.describe("a")["ARN"];
  const auto text = "400 InvalidParameterException: You can't delete secret " + arn +
                    " that still has replica regions [ap-south-1, eu-west-1, us-west-2].";
  EXPECT_EQ(in("us-east-1", "DeleteSecret").error(), text);
  EXPECT_EQ(in("us-east-1", "DeleteSecret", {{"ForceDeleteWithoutRecovery", true}}).error(), text);
}

TEST_F(Replicas, LetTheirPrimaryGoWhenTheyAreRemoved) {
  remove({"eu-west-1"});
  EXPECT_EQ(in("us-east-1", "DeleteSecret").error(), "ok");
  EXPECT_EQ(in("us-east-1", "RestoreSecret").error(), "ok");
  EXPECT_EQ(replicate({"eu-west-1"}).error(), "ok");
}

TEST_F(Replicas, RememberTheirOwnAccessOfEachVersion) {
  const auto now = service.clock.now();
  emulator::Shelves shelves(0s);
  auto& home = shelves.at({"us-east-1", "000000000000"});
  emulator::Secret secret{.name = "a", .arn = home.arn_prefix() + "a-abcdef"};
  for (const int n : {1, 2}) {
    secret.versions.add({token(n), emulator::SecretValue::text("x"), now}, {});
  }
  secret.replication.add({{.region = "eu-west-1"}});
  auto& primary = home.add(std::move(secret));
  emulator::catch_up(shelves, now);
  auto& replica = *shelves.at({"eu-west-1", "000000000000"}).find("a", now);

  primary.shelf->accessed(primary, *primary.versions.find(token(1)), now);
  replica.shelf->accessed(replica, *replica.versions.find(token(2)), now);
  primary.shelf->changed(primary, now);
  emulator::catch_up(shelves, now);
  EXPECT_FALSE(replica.versions.find(token(1))->accessed);
  EXPECT_TRUE(replica.versions.find(token(2))->accessed);
  EXPECT_FALSE(primary.versions.find(token(2))->accessed);
}

TEST_F(Replicas, SeeARunThatRepeats) {
  Service again({.region = "us-east-1", .account = "000000000000"});
  again.create("a", "one");
  auto body = added({"eu-west-1"});
  body["SecretId"] = "a";
  again.call_as("AKID", "us-east-1", "ReplicateSecretToRegions", body);
  EXPECT_EQ(again.call_as("AKID", "eu-west-1", "GetSecretValue", {{"SecretId", "a"}}).body,
            in("eu-west-1", "GetSecretValue").body);
}

}  // namespace
}  // namespace stunt::test
