// SPDX-License-Identifier: MIT
#include "emulator/model/secrets_manager.h"
#include "emulator/place.h"
#include "service.h"

namespace stunt::test {
namespace {

class Places : public Emulator {
 protected:
  Heard create_at(const char* key, const char* region) {
    return service.call_as(key, region, "CreateSecret", {{"Name", "a"}});
  }

  std::string describe_at(const char* key, const char* region, const Json& id) {
    return service.call_as(key, region, "DescribeSecret", {{"SecretId", id}}).error();
  }
};

TEST_F(Places, EachRegionHasSecretsOfItsOwn) {
  const auto here = create_at("AKID", "us-east-1"), there = create_at("AKID", "eu-west-1");
  EXPECT_EQ(there.error(), "ok");
  EXPECT_NE(there["ARN"].get<std::string>().find(":eu-west-1:000000000000:"), std::string::npos);
  EXPECT_EQ(describe_at("AKID", "eu-west-1", there["ARN"]), "ok");
  EXPECT_EQ(describe_at("AKID", "eu-west-1", here["ARN"]), kNotFound);
}

TEST_F(Places, AnAccessKeyOfTwelveDigitsIsAnAccount) {
  const auto other = create_at("111122223333", "us-east-1");
  EXPECT_NE(other["ARN"].get<std::string>().find(":us-east-1:111122223333:"), std::string::npos);
  EXPECT_EQ(describe_at("AKID", "us-east-1", "a"), kNotFound);
  EXPECT_TRUE(
      describe_at("AKID", "us-east-1", other["ARN"]).starts_with("400 AccessDeniedException"));
  EXPECT_EQ(describe_at("111122223333", "us-east-1", "a"), "ok");
}

TEST_F(Places, AnAccessKeyMayBelongToAnAccount) {
  emulator::Settings settings{"us-east-1", "000000000000"};
  settings.accounts = {{"AKIAONE", "111122223333"}, {"444455556666", "777788889999"}};
  const auto account_of = [&](const char* key) {
    CallBuilder built(emulator::secrets_manager(), "ListSecrets", Json::object());
    return place_of(built.signed_by(key).call(), settings).account;
  };
  EXPECT_EQ(account_of("AKIAONE"), "111122223333");
  EXPECT_EQ(account_of("AKIATWO"), "000000000000");
  EXPECT_EQ(account_of("111122223333"), "111122223333");
  EXPECT_EQ(account_of("444455556666"), "777788889999");
}

TEST_F(Places, OtherAccessKeysShareOneAccount) {
  create_at("AKIAONE", "us-east-1");
  for (const char* key : {"AKIATWO", "11112222333", "1111222233334", "11112222333x"}) {
    EXPECT_EQ(describe_at(key, "us-east-1", "a"), "ok") << key;
  }
}

TEST_F(Places, AnUnsignedCallIsAtHome) {
  create_at("AKID", "us-east-1");
  EXPECT_EQ(service.describe("a").error(), "ok");
}

TEST_F(Places, AMalformedSignatureIsAtHomeToo) {
  create_at("AKID", "us-east-1");
  EXPECT_EQ(describe_at("", "", "a"), "ok");
}

TEST_F(Places, ListsAreOfOnePlace) {
  create_at("AKID", "eu-west-1");
  EXPECT_EQ(service.call("ListSecrets", Json::object())["SecretList"], Json::array());
}

TEST_F(Places, PartitionsFollowTheRegion) {
  EXPECT_TRUE(create_at("AKID", "cn-north-1")["ARN"].get<std::string>().starts_with("arn:aws-cn:"));
  EXPECT_TRUE(
      create_at("AKID", "us-gov-west-1")["ARN"].get<std::string>().starts_with("arn:aws-us-gov:"));
}

}  // namespace
}  // namespace stunt::test
