// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

class GetSecretValue : public Emulator {
 protected:
  Heard get_version(const Json& more) {
    Json body = {{"SecretId", "a"}};
    body.update(more);
    return service.call("GetSecretValue", body);
  }
};

TEST_F(GetSecretValue, AnswersInTheOrderOfTheModel) {
  service.clock.advance(713ms + 999us);
  const auto created = service.create("a", "hunter2");
  const auto heard = service.get("a");
  std::vector<std::string> names;
  for (const auto& [name, value] : heard.body.items()) names.push_back(name);
  EXPECT_THAT(names, testing::ElementsAre("ARN", "Name", "VersionId", "SecretString",
                                          "VersionStages", "CreatedDate"));
  EXPECT_EQ(heard["ARN"], created["ARN"]);
  EXPECT_EQ(heard["VersionId"], created["VersionId"]);
  EXPECT_EQ(heard["SecretString"], "hunter2");
  EXPECT_EQ(heard["VersionStages"], Json::array({"AWSCURRENT"}));
  EXPECT_EQ(heard["CreatedDate"].dump(), "1767225600.713");
}

TEST_F(GetSecretValue, GivesBinaryBackAsBase64) {
  service.call("CreateSecret", {{"Name", "a"}, {"SecretBinary", "Zm9vdGVzdA=="}});
  EXPECT_EQ(service.get("a")["SecretBinary"], "Zm9vdGVzdA==");
  EXPECT_FALSE(service.get("a").body.contains("SecretString"));
}

TEST_F(GetSecretValue, KeepsEveryCharacterOfAText) {
  const std::string text = "quote\" back\\ line\n nul\x01 umlaut ü emoji 🎭 </script>";
  service.create("a", text);
  EXPECT_EQ(service.get("a")["SecretString"], text);
}

TEST_F(GetSecretValue, FindsAVersionByLabelAndById) {
  const auto first = service.create("a", "one");
  service.put("a", "two");
  EXPECT_EQ(get_version({{"VersionStage", "AWSPREVIOUS"}})["SecretString"], "one");
  EXPECT_EQ(get_version({{"VersionId", first["VersionId"]}})["SecretString"], "one");
  EXPECT_EQ(get_version({{"VersionId", first["VersionId"]},
                         {"VersionStage", "AWSPREVIOUS"}})["SecretString"],
            "one");
}

TEST_F(GetSecretValue, TellsNoLabelsOfAVersionThatHasNone) {
  const auto first = service.create("a", "one");
  service.put("a", "two");
  service.put("a", "three");
  const auto heard = get_version({{"VersionId", first["VersionId"]}});
  EXPECT_EQ(heard["SecretString"], "one");
  EXPECT_FALSE(heard.body.contains("VersionStages"));
}

TEST_F(GetSecretValue, SaysWhatItCannotFind) {
  service.create("a");
  EXPECT_EQ(service.get("b").error(), kNotFound);
  EXPECT_EQ(get_version({{"VersionId", token(9)}}).error(),
            "400 ResourceNotFoundException: Secrets Manager can't find the specified secret value "
            "for VersionId: " +
                token(9));
  EXPECT_EQ(get_version({{"VersionStage", "AWSPREVIOUS"}}).error(),
            "400 ResourceNotFoundException: Secrets Manager can't find the specified secret value "
            "for staging label: AWSPREVIOUS");
}

TEST_F(GetSecretValue, WantsLabelAndIdToBelongTogether) {
  const auto first = service.create("a");
  service.put("a", "two");
  for (const char* stage : {"AWSCURRENT", "NOBODYS"}) {
    EXPECT_EQ(get_version({{"VersionId", first["VersionId"]}, {"VersionStage", stage}}).error(),
              "400 InvalidRequestException: You provided a VersionStage that is not associated to "
              "the provided VersionId.")
        << stage;
  }
}

TEST_F(GetSecretValue, NotesTheDayOfTheAccess) {
  service.create("a");
  EXPECT_FALSE(service.describe("a").body.contains("LastAccessedDate"));
  service.clock.advance(30h + 5ms);
  service.get("a");
  EXPECT_EQ(service.describe("a")["LastAccessedDate"].dump(), "1767312000");
}

TEST_F(GetSecretValue, NotesNoAccessWhenItFails) {
  service.create("a");
  get_version({{"VersionStage", "NOBODYS"}});
  EXPECT_FALSE(service.describe("a").body.contains("LastAccessedDate"));
}

}  // namespace
}  // namespace stunt::test
