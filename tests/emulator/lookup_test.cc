// SPDX-License-Identifier: MIT
#include "service.h"

namespace stunt::test {
namespace {

class Lookup : public Emulator {
 protected:
  std::string arn_of_new(const char* name) {
    return service.create(name)["ARN"].get<std::string>();
  }

  static std::string without_suffix(const std::string& arn) {
    return arn.substr(0, arn.size() - 7);
  }
};

TEST_F(Lookup, FindsASecretByNameArnAndPartialArn) {
  const auto arn = arn_of_new("prod/db");
  for (const auto& id : {std::string("prod/db"), arn, without_suffix(arn)}) {
    EXPECT_EQ(service.get(id)["ARN"], arn) << id;
  }
}

TEST_F(Lookup, FindsNothingUnderAnArnWithAnotherSuffix) {
  const auto arn = arn_of_new("a");
  EXPECT_EQ(service.get(without_suffix(arn) + "-zzzzzz").error(), kNotFound);
}

TEST_F(Lookup, FindsNothingUnderTheArnOfASecretThatIsGone) {
  const auto arn = arn_of_new("a");
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  const auto again = arn_of_new("a");
  EXPECT_EQ(service.get(arn).error(), kNotFound);
  EXPECT_EQ(service.get(again).error(), "ok");
}

TEST_F(Lookup, TakesAPartialArnThatEndsLikeAWholeOneForWhole) {
  const auto arn = arn_of_new("prod-a1b2c3");
  EXPECT_EQ(service.get(without_suffix(arn)).error(), kNotFound);
  EXPECT_EQ(service.get(arn).error(), "ok");
  EXPECT_EQ(service.get("prod-a1b2c3").error(), "ok");
}

TEST_F(Lookup, IsNotMisledByOtherHyphens) {
  for (const char* name : {"x-a1b2", "x-a1b2c3-", "x-", "x-a1b2c3d"}) {
    const auto arn = arn_of_new(name);
    EXPECT_EQ(service.get(without_suffix(arn)).error(), "ok") << name;
  }
}

TEST_F(Lookup, FindsNothingUnderArnsOfOtherRegionsAndThings) {
  const auto arn = arn_of_new("a");
  const auto swapped = [&](const std::string& from, const std::string& to) {
    auto other = arn;
    return other.replace(other.find(from), from.size(), to);
  };
  for (const auto& id : {swapped("us-east-1", "eu-west-1"), swapped("arn:aws:", "arn:aws-cn:"),
                         swapped(":secret:", ":key:"), std::string("arn:"),
                         std::string("arn:aws:secretsmanager:us-east-1:000000000000:secret:"),
                         without_suffix(swapped("us-east-1", "eu-west-1"))}) {
    EXPECT_EQ(service.get(id).error(), kNotFound) << id;
  }
}

TEST_F(Lookup, TellsNamesApartByCase) {
  service.create("a");
  EXPECT_EQ(service.get("A").error(), kNotFound);
}

}  // namespace
}  // namespace stunt::test
