// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class UpdateSecretVersionStage : public Emulator {
 protected:
  void SetUp() override {
    service.call("CreateSecret", {{"Name", "a"}});
    put(1, nullptr);
  }

  void put(int number, const Json& stages) {
    ASSERT_EQ(service
                  .call("PutSecretValue", {{"SecretId", "a"},
                                           {"SecretString", "v" + std::to_string(number)},
                                           {"ClientRequestToken", token(number)},
                                           {"VersionStages", stages}})
                  .error(),
              "ok");
  }

  /// Moves a label; 0 stands for a member that is not there.
  Heard move(const char* stage, int from, int to) {
    Json body = {{"SecretId", "a"}, {"VersionStage", stage}};
    if (from) body["RemoveFromVersionId"] = token(from);
    if (to) body["MoveToVersionId"] = token(to);
    return service.call("UpdateSecretVersionStage", body);
  }

  /// Labels of a version, sorted; null if it has none.
  Json stages(int number) {
    const auto all = service.stages("a");
    return all.contains(token(number)) ? all[token(number)] : Json();
  }

  static std::string not_the_holder(const std::string& stage) {
    return "400 InvalidParameterException: When you move staging label " + stage +
           ", if you specify RemoveFromVersionId, it must be set to the version that currently has "
           "the staging label " +
           stage + ".";
  }
};

TEST_F(UpdateSecretVersionStage, AttachesALabelThatNobodyHas) {
  const auto arn = service.describe("a")["ARN"];
  const auto heard = move("MINE", 0, 1);
  EXPECT_EQ(heard.body, (Json{{"ARN", arn}, {"Name", "a"}}));
  EXPECT_EQ(heard.applied, true);
  EXPECT_EQ(stages(1), (Json{"AWSCURRENT", "MINE"}));
}

TEST_F(UpdateSecretVersionStage, MovesALabelFromTheVersionThatHasIt) {
  put(2, {"MINE"});
  EXPECT_EQ(move("MINE", 2, 1).error(), "ok");
  EXPECT_EQ(stages(1), (Json{"AWSCURRENT", "MINE"}));
  EXPECT_EQ(stages(2), Json());
}

TEST_F(UpdateSecretVersionStage, GivesAwspreviousToTheVersionThatLosesAwscurrent) {
  put(2, nullptr);
  put(3, {"MINE"});
  EXPECT_EQ(move("AWSCURRENT", 2, 3).error(), "ok");
  EXPECT_EQ(stages(1), Json());
  EXPECT_EQ(stages(2), Json::array({"AWSPREVIOUS"}));
  EXPECT_EQ(stages(3), (Json{"AWSCURRENT", "MINE"}));
  EXPECT_EQ(service.get("a")["SecretString"], "v3");
}

TEST_F(UpdateSecretVersionStage, GoesBackToThePreviousVersion) {
  put(2, nullptr);
  move("AWSCURRENT", 2, 1);
  EXPECT_EQ(stages(1), Json::array({"AWSCURRENT"}));
  EXPECT_EQ(stages(2), Json::array({"AWSPREVIOUS"}));
}

TEST_F(UpdateSecretVersionStage, LeavesAwspendingOnTheVersionThatBecomesCurrent) {
  put(2, {"AWSPENDING"});
  move("AWSCURRENT", 1, 2);
  EXPECT_EQ(stages(2), (Json{"AWSCURRENT", "AWSPENDING"}));
}

TEST_F(UpdateSecretVersionStage, LeavesOtherLabelsOnTheVersionThatLosesAwscurrent) {
  move("PUT0", 0, 1);
  put(2, {"AWSPENDING"});
  move("AWSCURRENT", 1, 2);
  EXPECT_EQ(stages(1), (Json{"AWSPREVIOUS", "PUT0"}));
  move("AWSCURRENT", 2, 1);
  EXPECT_EQ(stages(2), (Json{"AWSPENDING", "AWSPREVIOUS"}));
  put(3, nullptr);
  move("AWSCURRENT", 3, 2);
  EXPECT_EQ(stages(1), Json::array({"PUT0"}));
}

TEST_F(UpdateSecretVersionStage, TakesALabelOff) {
  put(2, {"MINE"});
  EXPECT_EQ(move("MINE", 2, 0).applied, true);
  EXPECT_EQ(stages(2), Json());
  EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionId", token(2)}}).error(),
            "ok");
}

TEST_F(UpdateSecretVersionStage, LeavesAwspreviousWhenItTakesAnotherLabelOff) {
  put(2, nullptr);
  move("MINE", 0, 2);
  move("MINE", 2, 0);
  EXPECT_EQ(stages(1), Json::array({"AWSPREVIOUS"}));
  EXPECT_EQ(stages(2), Json::array({"AWSCURRENT"}));
}

TEST_F(UpdateSecretVersionStage, MovesAndTakesOffAwsprevious) {
  put(2, nullptr);
  put(3, nullptr);
  EXPECT_EQ(move("AWSPREVIOUS", 2, 1).error(), "ok");
  EXPECT_EQ(stages(1), Json::array({"AWSPREVIOUS"}));
  EXPECT_EQ(move("AWSPREVIOUS", 1, 0).error(), "ok");
  EXPECT_EQ(stages(1), Json());
}

TEST_F(UpdateSecretVersionStage, WantsToBeToldWhoHasTheLabel) {
  put(2, {"MINE"});
  for (const auto& [stage, holder, to] : {std::tuple("AWSCURRENT", 1, 2), {"MINE", 2, 1}}) {
    EXPECT_EQ(move(stage, 0, to).error(),
              std::string("400 InvalidParameterException: The parameter RemoveFromVersionId can't "
                          "be empty. Staging label ") +
                  stage + " is currently attached to version " + token(holder) +
                  ", so you must explicitly reference that version in RemoveFromVersionId.");
  }
}

TEST_F(UpdateSecretVersionStage, RefusesAVersionThatDoesNotHaveTheLabel) {
  put(2, {"MINE"});
  put(3, {"OTHER"});
  EXPECT_EQ(move("AWSCURRENT", 2, 3).error(), not_the_holder("AWSCURRENT"));
  EXPECT_EQ(move("MINE", 3, 1).error(), not_the_holder("MINE"));
  EXPECT_EQ(move("MINE", 3, 2).error(), not_the_holder("MINE"));
  EXPECT_EQ(move("MINE", 1, 0).error(), not_the_holder("MINE"));
  EXPECT_EQ(move("NOBODYS", 1, 2).error(), not_the_holder("NOBODYS"));
}

TEST_F(UpdateSecretVersionStage, ChangesNothingIfTheLabelIsThere) {
  service.clock.advance(1ms);
  for (const int from : {0, 1}) {
    const auto heard = move("AWSCURRENT", from, 1);
    EXPECT_EQ(heard.error(), "ok");
    EXPECT_EQ(heard.applied, false);
  }
  EXPECT_EQ(service.describe("a")["LastChangedDate"], 1'767'225'600);
}

TEST_F(UpdateSecretVersionStage, WantsAVersion) {
  EXPECT_EQ(move("MINE", 0, 0).error(),
            "400 InvalidParameterException: You must specify MoveToVersionId or "
            "RemoveFromVersionId.");
}

TEST_F(UpdateSecretVersionStage, WantsVersionsThatAreThere) {
  const std::string wrong = "400 InvalidParameterException: Not a valid version: " + token(9);
  EXPECT_EQ(move("MINE", 0, 9).error(), wrong);
  EXPECT_EQ(move("AWSCURRENT", 9, 1).error(), wrong);
}

TEST_F(UpdateSecretVersionStage, NeverLeavesASecretWithoutAwscurrent) {
  EXPECT_EQ(move("AWSCURRENT", 1, 0).error(),
            "400 InvalidParameterException: You can't remove the staging label AWSCURRENT from a "
            "version without moving it to another version.");
  EXPECT_EQ(stages(1), Json::array({"AWSCURRENT"}));
}

TEST_F(UpdateSecretVersionStage, GivesOutTwentyLabelsInAll) {
  for (int i = 0; i < 19; ++i)
    EXPECT_EQ(move(("L" + std::to_string(i)).c_str(), 0, 1).error(), "ok");
  EXPECT_EQ(move("ONE-MORE", 0, 1).error(),
            "400 LimitExceededException: You can't attach more than 20 staging labels to the "
            "versions of a secret.");
  put(2, {"L0"});
  EXPECT_EQ(move("L0", 2, 1).error(), "ok");
}

TEST_F(UpdateSecretVersionStage, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  move("MINE", 0, 1);
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
}

TEST_F(UpdateSecretVersionStage, WantsASecretThatIsThereAndStays) {
  EXPECT_EQ(
      service
          .call("UpdateSecretVersionStage",
                {{"SecretId", "none"}, {"VersionStage", "MINE"}, {"MoveToVersionId", token(1)}})
          .error(),
      kNotFound);
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_EQ(move("MINE", 0, 9).error(), kMarked);
}

}  // namespace
}  // namespace stunt::test
