// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "service.h"

namespace stunt::test {
namespace {

class DescribeSecret : public Emulator {
 protected:
  std::vector<std::string> members() {
    std::vector<std::string> names;
    const auto described = service.describe("a");
    for (const auto& [name, value] : described.body.items()) names.push_back(name);
    return names;
  }
};

TEST_F(DescribeSecret, TellsLittleOfAPlainSecret) {
  service.create("a");
  EXPECT_THAT(members(), testing::ElementsAre("ARN", "Name", "LastChangedDate",
                                              "VersionIdsToStages", "CreatedDate"));
}

TEST_F(DescribeSecret, TellsAllInTheOrderOfTheModel) {
  service.call("CreateSecret", {{"Name", "a"},
                                {"SecretString", "x"},
                                {"Description", "d"},
                                {"KmsKeyId", "k"},
                                {"Type", "t"},
                                {"Tags", tags({{"k", "v"}})}});
  service.get("a");
  service.call("DeleteSecret", {{"SecretId", "a"}});
  EXPECT_THAT(members(), testing::ElementsAre("ARN", "Name", "Type", "Description", "KmsKeyId",
                                              "LastChangedDate", "LastAccessedDate", "DeletedDate",
                                              "Tags", "VersionIdsToStages", "CreatedDate"));
}

TEST_F(DescribeSecret, TellsOfLabelledVersionsOnly) {
  service.create("a", "one");
  const auto second = service.put("a", "two")["VersionId"].get<std::string>();
  const auto third = service.put("a", "three")["VersionId"].get<std::string>();
  EXPECT_EQ(service.stages("a"), (Json{{second, {"AWSPREVIOUS"}}, {third, {"AWSCURRENT"}}}));
}

TEST_F(DescribeSecret, IsNoAccess) {
  service.create("a");
  service.describe("a");
  EXPECT_FALSE(service.describe("a").body.contains("LastAccessedDate"));
}

TEST_F(DescribeSecret, WantsASecretThatIsThere) {
  EXPECT_EQ(service.describe("none").error(), kNotFound);
}

}  // namespace
}  // namespace stunt::test
