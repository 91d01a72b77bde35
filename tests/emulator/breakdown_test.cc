// SPDX-License-Identifier: MIT
// Operations that end half done: aws::Terms::stop_at.
#include <algorithm>
#include <map>

#include "emulator/model/secrets_manager.h"
#include "fake_rotator.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;
using aws::CommitPoint;
using enum aws::CommitPoint;

constexpr CommitPoint kPoints[] = {secret_created, version_stored, stage_moved, rotation_started};

class Breakdown : public Rotating {
 protected:
  Heard stop(CommitPoint point, std::string_view operation, const Json& body) {
    return service.call_on({.stop_at = point}, operation, body);
  }

  /// The same, of which is known that it comes to the point.
  void break_down(CommitPoint point, std::string_view operation, const Json& body) {
    const auto heard = stop(point, operation, body);
    EXPECT_EQ(heard.error(), "500 InternalServiceError: An error occurred on the server side.");
    EXPECT_EQ(heard.applied, true);
    EXPECT_EQ(heard.stopped_at, point);
  }

  static Json value(int number, Json more = Json::object()) {
    more.update({{"SecretId", "a"},
                 {"SecretString", "v" + std::to_string(number)},
                 {"ClientRequestToken", token(number)}});
    return more;
  }

  static Json creation(int number, Json more = Json::object()) {
    more.update({{"Name", "a"},
                 {"SecretString", "v" + std::to_string(number)},
                 {"ClientRequestToken", token(number)}});
    return more;
  }

  Heard get_version(int number) {
    return service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionId", token(number)}});
  }

  /// The secret has two versions, and then a write of the third breaks down.
  void put_two_and_break_the_third(CommitPoint point, const Json& more = Json::object()) {
    service.call("CreateSecret", creation(1));
    service.call("PutSecretValue", value(2));
    break_down(point, "PutSecretValue", value(3, more));
  }
};

TEST_F(Breakdown, OfACreationLeavesASecretWithoutAVersion) {
  break_down(
      secret_created, "CreateSecret",
      creation(1, {{"Description", "d"}, {"AddReplicaRegions", {{{"Region", "eu-west-1"}}}}}));
  const auto described = service.describe("a");
  EXPECT_EQ(described["Description"], "d");
  EXPECT_EQ(described["VersionIdsToStages"], Json());
  EXPECT_EQ(described["ReplicationStatus"], Json());
  EXPECT_TRUE(service.get("a").error().starts_with("400 ResourceNotFoundException"));
  EXPECT_EQ(service.call("CreateSecret", creation(1)).error(),
            "400 ResourceExistsException: The operation failed because the secret a already "
            "exists.");
  EXPECT_EQ(service.put("a", "two").error(), "ok");
  EXPECT_EQ(service.get("a")["SecretString"], "two");
}

TEST_F(Breakdown, OfACreationsVersionLeavesThatWithoutLabels) {
  break_down(version_stored, "CreateSecret", creation(1));
  EXPECT_EQ(service.stages("a"), Json());
  EXPECT_EQ(get_version(1)["SecretString"], "v1");
  EXPECT_TRUE(service.get("a").error().starts_with("400 ResourceNotFoundException"));
  EXPECT_EQ(service.call("PutSecretValue", value(2)).error(), "ok");
  EXPECT_EQ(service.stages("a"), (Json{{token(2), {"AWSCURRENT"}}}));
}

TEST_F(Breakdown, CanBeMendedByMovingTheLabel) {
  break_down(version_stored, "CreateSecret", creation(1));
  service.call("UpdateSecretVersionStage",
               {{"SecretId", "a"}, {"VersionStage", "AWSCURRENT"}, {"MoveToVersionId", token(1)}});
  EXPECT_EQ(service.get("a")["SecretString"], "v1");
}

TEST_F(Breakdown, OfAPutLeavesAVersionWithoutLabels) {
  put_two_and_break_the_third(version_stored, {{"VersionStages", {"AWSCURRENT", "MINE"}}});
  EXPECT_EQ(service.stages("a"), (Json{{token(1), {"AWSPREVIOUS"}}, {token(2), {"AWSCURRENT"}}}));
  EXPECT_EQ(service.get("a")["SecretString"], "v2");
  EXPECT_EQ(get_version(3)["SecretString"], "v3");
}

TEST_F(Breakdown, IsNotMendedByTheSameToken) {
  put_two_and_break_the_third(version_stored);
  const auto again = service.call("PutSecretValue", value(3));
  EXPECT_EQ(again.error(), "ok");
  EXPECT_EQ(again.applied, false);
  EXPECT_EQ(service.get("a")["SecretString"], "v2");
}

TEST_F(Breakdown, BetweenTheLabelsLeavesAwspreviousWhereItWas) {
  put_two_and_break_the_third(stage_moved, {{"VersionStages", {"AWSCURRENT", "MINE"}}});
  EXPECT_EQ(service.stages("a"), (Json{{token(1), {"AWSPREVIOUS"}}, {token(3), {"AWSCURRENT"}}}));
  service.call("PutSecretValue", value(4));
  EXPECT_EQ(service.stages("a"), (Json{{token(3), {"AWSPREVIOUS"}}, {token(4), {"AWSCURRENT"}}}));
}

TEST_F(Breakdown, BetweenTheLabelsComesToMovesToo) {
  service.call("CreateSecret", creation(1));
  service.call("PutSecretValue", value(2, {{"VersionStages", {"MINE"}}}));
  const Json move = {{"SecretId", "a"},
                     {"VersionStage", "AWSCURRENT"},
                     {"RemoveFromVersionId", token(1)},
                     {"MoveToVersionId", token(2)}};
  service.clock.advance(1s);
  break_down(stage_moved, "UpdateSecretVersionStage", move);
  EXPECT_EQ(service.stages("a"), (Json{{token(2), {"AWSCURRENT", "MINE"}}}));
  EXPECT_EQ(service.describe("a")["LastChangedDate"], 1'767'225'601);
}

TEST_F(Breakdown, OfAPutPostponesNoRotation) {
  service.create("a");
  rotate_by(2, {{"AutomaticallyAfterDays", 30}});
  finish(rotator.orders.at(0));
  const auto before = next();
  service.clock.advance(24h);
  break_down(stage_moved, "PutSecretValue", value(3));
  EXPECT_EQ(next(), before);
  service.call("PutSecretValue", value(4));
  EXPECT_NE(next(), before);
}

TEST_F(Breakdown, OfAnUpdateLeavesTheDescriptionAsItWas) {
  for (const auto point : {version_stored, stage_moved}) {
    service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
    service.call("CreateSecret", creation(1, {{"Description", "old"}}));
    break_down(point, "UpdateSecret", value(2, {{"Description", "new"}}));
    EXPECT_EQ(service.describe("a")["Description"], "old");
    EXPECT_EQ(get_version(2)["SecretString"], "v2");
    EXPECT_EQ(service.get("a")["SecretString"], point == stage_moved ? "v2" : "v1");
  }
}

TEST_F(Breakdown, OfARotationsOwnPutLeavesTheValueThere) {
  service.create("a");
  rotate(2);
  break_down(version_stored, "PutSecretValue", value(2, {{"VersionStages", {"AWSCURRENT"}}}));
  EXPECT_EQ(get_version(2)["SecretString"], "v2");
  EXPECT_EQ(service.stages("a")[token(2)], Json::array({"AWSPENDING"}));
  end(rotator.orders.at(0), End::failed);
  EXPECT_EQ(service.stages("a")[token(2)], Json::array({"AWSPENDING"}));
}

TEST_F(Breakdown, OfARotationNeverCallsTheFunction) {
  service.create("a");
  break_down(rotation_started, "RotateSecret",
             {{"SecretId", "a"},
              {"ClientRequestToken", token(2)},
              {"RotationLambdaARN", kFunction},
              {"RotationRules", {{"AutomaticallyAfterDays", 30}}}});
  EXPECT_TRUE(rotator.orders.empty());
  EXPECT_EQ(described("RotationEnabled"), true);
  EXPECT_EQ(described("RotationLambdaARN"), kFunction);
  EXPECT_EQ(service.stages("a")[token(2)], Json::array({"AWSPENDING"}));
  EXPECT_TRUE(
      rotate(3).error().ends_with("A previous rotation isn't complete. That rotation will "
                                  "be reattempted."));
  service.clock.advance(15min);
  const auto order = due();
  EXPECT_EQ(order.token, token(2));
  finish(order);
  EXPECT_EQ(service.get("a")["SecretString"], "rotated");
}

TEST_F(Breakdown, OfATestLeavesItsVersionPending) {
  service.create("a", "one");
  break_down(rotation_started, "RotateSecret",
             {{"SecretId", "a"},
              {"ClientRequestToken", token(2)},
              {"RotationLambdaARN", kFunction},
              {"RotationRules", {{"AutomaticallyAfterDays", 30}}},
              {"RotateImmediately", false}});
  EXPECT_EQ(get_version(2)["SecretString"], "one");
  EXPECT_EQ(service.call("CancelRotateSecret", {{"SecretId", "a"}})["VersionId"], token(2));
}

TEST_F(Breakdown, DoesNotHappenToWhatChangesNothing) {
  service.call("CreateSecret", creation(1));
  for (const auto point : kPoints) {
    EXPECT_EQ(stop(point, "CreateSecret", creation(1)).error(), "ok");
    EXPECT_EQ(stop(point, "PutSecretValue", value(1)).error(), "ok");
    const auto refused = stop(point, "PutSecretValue", {{"SecretId", "a"}});
    EXPECT_TRUE(refused.error().starts_with("400 InvalidRequestException"));
    EXPECT_EQ(refused.applied, false);
    EXPECT_EQ(refused.stopped_at, std::nullopt);
  }
}

TEST_F(Breakdown, DoesNotHappenBetweenLabelsOfWhichNoneMoves) {
  service.call("CreateSecret", {{"Name", "a"}});
  EXPECT_EQ(stop(stage_moved, "PutSecretValue", value(1)).error(), "ok");
  EXPECT_EQ(stop(stage_moved, "PutSecretValue", value(2, {{"VersionStages", {"MINE"}}})).error(),
            "ok");
}

/// For each operation a call that succeeds and changes as much as the operation can.
std::map<std::string, Json> telling_calls() {
  std::map<std::string, Json> calls;
  for (const auto& operation : emulator::secrets_manager().operations) {
    calls[std::string(operation.name)] = {{"SecretId", "a"}};
  }
  const Json value = {{"SecretString", "two"}, {"ClientRequestToken", token(3)}};
  calls["BatchGetSecretValue"] = {{"SecretIdList", {"a"}}};
  calls["CreateSecret"] = value;
  calls["CreateSecret"]["Name"] = "b";
  calls["GetRandomPassword"] = Json::object();
  calls["ListSecrets"] = Json::object();
  calls["PutSecretValue"].update(value);
  calls["UpdateSecret"].update(value);
  calls["RotateSecret"]["RotationLambdaARN"] = "arn:aws:lambda:us-east-1:000000000000:function:f";
  calls["TagResource"]["Tags"] = tags({{"k", "v"}});
  calls["UntagResource"]["TagKeys"] = {"k"};
  calls["UpdateSecretVersionStage"].update({{"VersionStage", "AWSCURRENT"},
                                            {"RemoveFromVersionId", token(1)},
                                            {"MoveToVersionId", token(2)}});
  return calls;
}

TEST_F(Breakdown, HappensWhereTheModelSaysAndNowhereElse) {
  for (const auto& operation : emulator::secrets_manager().operations) {
    for (const auto point : kPoints) {
      FakeRotator its_rotator;
      Service fresh{42, {.rotator = &its_rotator}};
      fresh.call("CreateSecret", creation(1));
      fresh.call("PutSecretValue", value(2, {{"VersionStages", {"MINE"}}}));
      const auto name = std::string(operation.name);
      const auto heard = fresh.call_on({.stop_at = point}, name, telling_calls().at(name));
      const bool listed = std::ranges::find(operation.points, point) != operation.points.end();
      EXPECT_EQ(heard.stopped_at.has_value(), listed) << name << " " << static_cast<int>(point);
    }
  }
}

}  // namespace
}  // namespace stunt::test
