// SPDX-License-Identifier: MIT
#include "emulator/versions.h"

#include <gtest/gtest.h>

#include "emulator/limits.h"

namespace stunt::emulator {
namespace {

using namespace std::chrono_literals;
using Stages = Versions::Stages;

class VersionsTest : public testing::Test {
 protected:
  Version& add(const std::string& id, const Stages& stages = {"AWSCURRENT"},
               world::Duration age = 0h) {
    return versions.add({id, SecretValue::text(id), kNow - age}, stages);
  }

  Stages stages(const std::string& id) { return versions.stages_of(*versions.find(id)); }

  const world::Instant kNow{world::Duration(1'800'000'000'000'000)};
  Versions versions;
};

TEST_F(VersionsTest, GiveTheFirstOneAwscurrentWhateverItAskedFor) {
  add("v1", {"MINE"});
  EXPECT_EQ(stages("v1"), (Stages{"AWSCURRENT", "MINE"}));
}

TEST_F(VersionsTest, GiveAwspreviousToTheOneThatLosesAwscurrent) {
  add("v1");
  add("v2");
  add("v3");
  EXPECT_EQ(stages("v1"), Stages{});
  EXPECT_EQ(stages("v2"), Stages{"AWSPREVIOUS"});
  EXPECT_EQ(stages("v3"), Stages{"AWSCURRENT"});
}

TEST_F(VersionsTest, LeaveAwscurrentWhereItIsIfAnotherLabelIsAskedFor) {
  add("v1");
  add("v2", {"AWSPENDING"});
  EXPECT_EQ(stages("v1"), Stages{"AWSCURRENT"});
  EXPECT_EQ(stages("v2"), Stages{"AWSPENDING"});
}

TEST_F(VersionsTest, KeepCustomLabelsOnTheOneThatLosesAwscurrent) {
  add("v1", {"AWSCURRENT", "PUT0"});
  add("v2");
  EXPECT_EQ(stages("v1"), (Stages{"AWSPREVIOUS", "PUT0"}));
  add("v3");
  EXPECT_EQ(stages("v1"), Stages{"PUT0"});
}

TEST_F(VersionsTest, TakeAwspendingFromTheOneThatLosesAwscurrent) {
  add("v1");
  add("v2", {"AWSCURRENT", "AWSPENDING"});
  add("v3");
  EXPECT_EQ(stages("v2"), Stages{"AWSPREVIOUS"});
  EXPECT_EQ(versions.holder(kPending), nullptr);
}

TEST_F(VersionsTest, LeaveAwspendingOnAThirdOne) {
  add("v1");
  add("v2", {"AWSPENDING"});
  add("v3");
  EXPECT_EQ(stages("v2"), Stages{"AWSPENDING"});
}

TEST_F(VersionsTest, MoveAwspendingAwayFromTheCurrentOne) {
  add("v1", {"AWSCURRENT", "AWSPENDING"});
  add("v2", {"AWSPENDING"});
  EXPECT_EQ(stages("v1"), Stages{"AWSCURRENT"});
  EXPECT_EQ(stages("v2"), Stages{"AWSPENDING"});
}

TEST_F(VersionsTest, GiveANewOneBothLabelsInEitherOrder) {
  add("v1", {"AWSCURRENT", "AWSPENDING"});
  add("v2", {"AWSPENDING", "AWSCURRENT"});
  EXPECT_EQ(stages("v1"), Stages{"AWSPREVIOUS"});
  EXPECT_EQ(stages("v2"), (Stages{"AWSCURRENT", "AWSPENDING"}));
}

TEST_F(VersionsTest, HaveALabelOnOneOfThemOnly) {
  add("v1", {"MINE"});
  add("v2", {"MINE", "MINE"});
  EXPECT_EQ(stages("v1"), Stages{"AWSCURRENT"});
  EXPECT_EQ(stages("v2"), Stages{"MINE"});
}

TEST_F(VersionsTest, AcceptLabelsThatOnlyLookLikeAwss) {
  add("v1", {"AWSSOMETHING"});
  EXPECT_EQ(versions.holder("AWSSOMETHING"), versions.find("v1"));
}

TEST_F(VersionsTest, GiveNoLabelsToAFirstOneThatWaitsForItsValue) {
  versions.add({"v1", std::nullopt, kNow}, {"AWSPENDING"});
  EXPECT_EQ(stages("v1"), Stages{"AWSPENDING"});
}

TEST_F(VersionsTest, KeepAwspendingOnTheOneThatLosesAwscurrentByAMove) {
  add("v1");
  add("v2", {"AWSCURRENT", "AWSPENDING"});
  versions.move(kCurrent, *versions.find("v1"));
  EXPECT_EQ(stages("v1"), Stages{"AWSCURRENT"});
  EXPECT_EQ(stages("v2"), (Stages{"AWSPENDING", "AWSPREVIOUS"}));
}

TEST_F(VersionsTest, KnowTheLastTwoKeysOfThoseThatAreEncryptedAgain) {
  add("v1", {"AWSCURRENT", "MINE"});
  add("v2");
  for (const char* key : {"one", "two", "two"}) versions.encrypt_with(key);
  EXPECT_EQ(versions.find("v1")->kms_key_id, "two");
  EXPECT_EQ(*versions.find("v1")->former_kms_key_id, "one");
}

TEST_F(VersionsTest, HaveRoomForTwentyLabelsAndForThoseThatAreGivenOut) {
  Stages many;
  for (int i = 0; i < 18; ++i) many.push_back("L" + std::to_string(i));
  add("v1", many);
  EXPECT_TRUE(versions.have_room_for({"L0", "NEW", "NEW"}));
  EXPECT_FALSE(versions.have_room_for({"NEW", "OTHER"}));
  add("v2", {"AWSCURRENT", "NEW"});
  EXPECT_TRUE(versions.have_room_for({"AWSCURRENT", "L0"}));
  EXPECT_FALSE(versions.have_room_for({"OTHER"}));
}

TEST_F(VersionsTest, KeepAHundredOldOnesWithoutLabels) {
  for (int i = 0; i < 131; ++i) add("v" + std::to_string(i), {"AWSCURRENT"}, 25h);
  versions.prune(kNow);
  EXPECT_EQ(versions.size(), kUnlabelledVersions + 2);
  EXPECT_EQ(versions.find("v28"), nullptr);
  EXPECT_NE(versions.find("v29"), nullptr);
  EXPECT_EQ(stages("v130"), Stages{"AWSCURRENT"});
}

TEST_F(VersionsTest, NeverForgetAYoungOne) {
  for (int i = 0; i < 5; ++i) add("old" + std::to_string(i), {"AWSCURRENT"}, 24h);
  for (int i = 0; i < 126; ++i) add("v" + std::to_string(i), {"AWSCURRENT"}, 23h);
  versions.prune(kNow);
  EXPECT_EQ(versions.size(), 126u);
  EXPECT_EQ(versions.find("old4"), nullptr);
}

TEST_F(VersionsTest, NeverForgetALabelledOne) {
  add("first", {"KEEP"}, 48h);
  for (int i = 0; i < 131; ++i) add("v" + std::to_string(i), {"AWSCURRENT"}, 25h);
  versions.prune(kNow);
  EXPECT_EQ(stages("first"), Stages{"KEEP"});
  EXPECT_EQ(versions.size(), kUnlabelledVersions + 3);
}

}  // namespace
}  // namespace stunt::emulator
