// SPDX-License-Identifier: MIT
#include "policies.h"
#include "service.h"

namespace stunt::test {
namespace {

constexpr const char* kFriend = "111122223333";

/// A secret of account 000000000000, and another account that calls.
class CrossAccount : public Emulator {
 protected:
  void SetUp() override { arn_ = make("a", Json::object()); }

  std::string make(const char* name, const Json& more) {
    Json body = {{"Name", name}, {"SecretString", "one"}};
    body.update(more);
    return service.call("CreateSecret", body)["ARN"].get<std::string>();
  }

  std::string make_with_key(const char* name) {
    const auto arn = make(name, {{"KmsKeyId", "alias/mine"}});
    attach(arn, {allow("secretsmanager:*")});
    return arn;
  }

  void attach(const std::string& id, std::initializer_list<Json> statements) {
    ASSERT_EQ(service
                  .call("PutResourcePolicy",
                        {{"SecretId", id}, {"ResourcePolicy", policy_of(statements)}})
                  .error(),
              "ok");
  }

  static Json allow(const Json& action) { return statement({{"Action", action}}); }

  static Json deny(const Json& principal, const Json& action) {
    return statement({{"Effect", "Deny"}, {"Principal", principal}, {"Action", action}});
  }

  Heard as_friend(const char* operation, const Json& more = Json::object()) {
    Json body = {{"SecretId", arn_}};
    body.update(more);
    return service.call_as(kFriend, "us-east-1", operation, body);
  }

  static std::string unauthorized(const std::string& account, const std::string& action,
                                  const std::string& id) {
    return "400 AccessDeniedException: User: arn:aws:iam::" + account +
           ":root is not authorized to perform: " + action + " on resource: " + id;
  }

  std::string not_allowed(const std::string& operation, const std::string& id) const {
    const auto action = "secretsmanager:" + operation;
    return unauthorized(kFriend, action, id) + " because no resource-based policy allows the " +
           action + " action";
  }

  std::string arn_;
};

constexpr std::string_view kDenied = " with an explicit deny in a resource-based policy";
constexpr std::string_view kDefaultKey =
    "400 InvalidRequestException: You can't access a secret from a different AWS account if you "
    "encrypt the secret with the default KMS service key.";

TEST_F(CrossAccount, IsNotThereWithoutAPolicy) {
  EXPECT_EQ(as_friend("DescribeSecret").error(), not_allowed("DescribeSecret", arn_));
  attach(arn_, {allow("secretsmanager:GetSecretValue")});
  EXPECT_EQ(as_friend("DescribeSecret").error(), not_allowed("DescribeSecret", arn_));
}

TEST_F(CrossAccount, DoesNotTellWhetherASecretIsThere) {
  const auto elsewhere = std::string("arn:aws:secretsmanager:us-east-1:444455556666:secret:a");
  for (const auto& id : {arn_ + "x", elsewhere}) {
    EXPECT_EQ(as_friend("GetSecretValue", {{"SecretId", id}}).error(),
              not_allowed("GetSecretValue", id));
  }
}

TEST_F(CrossAccount, LetsAllOperationsThroughThatWereSeenOnAws) {
  attach(arn_, {allow("secretsmanager:*")});
  for (const char* operation : {"DescribeSecret", "GetResourcePolicy", "ListSecretVersionIds"}) {
    EXPECT_EQ(as_friend(operation)["ARN"], arn_) << operation;
  }
  const auto again = policy_of({allow("secretsmanager:*")});
  EXPECT_EQ(as_friend("PutResourcePolicy", {{"ResourcePolicy", again}}).error(), "ok");
  EXPECT_EQ(as_friend("TagResource", {{"Tags", tags({{"k", "v"}})}}).error(), "ok");
  EXPECT_EQ(as_friend("UntagResource", {{"TagKeys", {"k"}}}).error(), "ok");
  EXPECT_EQ(as_friend("DeleteSecret").error(), "ok");
  EXPECT_EQ(as_friend("RestoreSecret").error(), "ok");
  EXPECT_EQ(service.describe("a")["Tags"], Json::array());
}

TEST_F(CrossAccount, LeavesAValueUnderTheDefaultKeyToItsOwner) {
  attach(arn_, {allow("secretsmanager:*")});
  const Json value = {{"SecretString", "two"}, {"ClientRequestToken", token(2)}};
  EXPECT_EQ(as_friend("GetSecretValue").error(), kDefaultKey);
  EXPECT_EQ(as_friend("PutSecretValue", value).error(), kDefaultKey);
  EXPECT_EQ(as_friend("UpdateSecret", value).error(), kDefaultKey);
  EXPECT_EQ(as_friend("UpdateSecret", {{"Description", "d"}}).error(), "ok");
  EXPECT_EQ(service.get("a")["SecretString"], "one");
}

TEST_F(CrossAccount, KnowsTheDefaultKeyByItsAliasToo) {
  arn_ = make("b", {{"KmsKeyId", "alias/aws/secretsmanager"}});
  attach(arn_, {allow("*")});
  EXPECT_EQ(as_friend("GetSecretValue").error(), kDefaultKey);
}

TEST_F(CrossAccount, SharesAValueUnderAnotherKey) {
  arn_ = make_with_key("b");
  EXPECT_EQ(as_friend("GetSecretValue")["SecretString"], "one");
  EXPECT_EQ(as_friend("PutSecretValue", {{"SecretString", "2"}, {"ClientRequestToken", token(2)}})
                .error(),
            "ok");
  EXPECT_EQ(service.get("b")["SecretString"], "2");
  EXPECT_TRUE(service.describe("b").body.contains("LastAccessedDate"));
}

TEST_F(CrossAccount, FindsByPartialArnButNotByName) {
  arn_ = make_with_key("b");
  EXPECT_EQ(as_friend("GetSecretValue", {{"SecretId", arn_.substr(0, arn_.size() - 7)}})["ARN"],
            arn_);
  EXPECT_EQ(as_friend("GetSecretValue", {{"SecretId", "b"}}).error(), kNotFound);
}

TEST_F(CrossAccount, StaysInItsRegion) {
  arn_ = make_with_key("b");
  EXPECT_EQ(service.call_as(kFriend, "eu-west-1", "GetSecretValue", {{"SecretId", arn_}}).error(),
            not_allowed("GetSecretValue", arn_));
}

TEST_F(CrossAccount, IsNeverListed) {
  attach(arn_, {statement({{"Principal", "*"}, {"Action", "*"}})});
  EXPECT_EQ(as_friend("ListSecrets")["SecretList"], Json::array());
}

TEST_F(CrossAccount, IsForThoseWhomThePolicyNames) {
  arn_ = make_with_key("b");
  EXPECT_EQ(
      service.call_as("444455556666", "us-east-1", "GetSecretValue", {{"SecretId", arn_}}).error(),
      unauthorized("444455556666", "secretsmanager:GetSecretValue", arn_) +
          " because no resource-based policy allows the secretsmanager:GetSecretValue action");
}

TEST_F(CrossAccount, WantsLeaveAlsoToDeleteByForce) {
  const Json force = {{"ForceDeleteWithoutRecovery", true}};
  EXPECT_EQ(as_friend("DeleteSecret", force).error(), not_allowed("DeleteSecret", arn_));
  EXPECT_EQ(service.get("a").error(), "ok");
  attach(arn_, {allow("secretsmanager:DeleteSecret")});
  EXPECT_EQ(as_friend("DeleteSecret", force).error(), "ok");
  EXPECT_EQ(service.get("a").error(), kNotFound);
}

TEST_F(CrossAccount, LetsADenialWin) {
  arn_ = make_with_key("b");
  attach(arn_, {allow("*"), deny({{"AWS", kFriend}}, "secretsmanager:Get*")});
  EXPECT_EQ(as_friend("GetSecretValue").error(),
            unauthorized(kFriend, "secretsmanager:GetSecretValue", arn_) + std::string(kDenied));
  EXPECT_EQ(as_friend("GetResourcePolicy").error(),
            unauthorized(kFriend, "secretsmanager:GetResourcePolicy", arn_) + std::string(kDenied));
  EXPECT_EQ(as_friend("DescribeSecret").error(), "ok");
}

TEST_F(CrossAccount, BindsTheOwnerByADenialToo) {
  attach("a", {deny("*", "secretsmanager:GetSecretValue")});
  EXPECT_EQ(
      service.get("a").error(),
      unauthorized("000000000000", "secretsmanager:GetSecretValue", "a") + std::string(kDenied));
  EXPECT_EQ(service.describe("a").error(), "ok");
}

TEST_F(CrossAccount, LocksNoOwnerOutForGood) {
  attach("a", {deny("*", "*")});
  EXPECT_NE(service.describe("a").error(), "ok");
  EXPECT_EQ(service.call("GetResourcePolicy", {{"SecretId", "a"}}).error(), "ok");
  attach("a", {deny("*", "*")});
  EXPECT_EQ(service.call("DeleteResourcePolicy", {{"SecretId", "a"}}).error(), "ok");
  EXPECT_EQ(service.describe("a").error(), "ok");
}

TEST_F(CrossAccount, IsUnderTheConditionOfAStageThatTheCallNames) {
  arn_ = make_with_key("b");
  attach(arn_,
         {statement(
             {{"Condition",
               {{"ForAnyValue:StringEquals", {{"secretsmanager:VersionStage", "AWSCURRENT"}}}}}})});
  EXPECT_EQ(as_friend("GetSecretValue", {{"VersionStage", "AWSCURRENT"}}).error(), "ok");
  EXPECT_EQ(as_friend("GetSecretValue").error(), not_allowed("GetSecretValue", arn_));
}

TEST_F(CrossAccount, IsUnderConditionsOnTheSecretAndTheCall) {
  arn_ = make_with_key("b");
  service.call("TagResource", {{"SecretId", "b"}, {"Tags", tags({{"Team", "red"}})}});
  const auto under = [&](const char* op, const char* key, const Json& wanted) {
    attach("b", {statement({{"Condition", {{op, {{key, wanted}}}}}})});
    return as_friend("GetSecretValue").error() == "ok";
  };
  EXPECT_TRUE(under("StringEquals", "secretsmanager:ResourceTag/Team", "red"));
  EXPECT_TRUE(under("StringEquals", "aws:ResourceTag/team", "red"));
  EXPECT_FALSE(under("StringEquals", "aws:ResourceTag/Team", "blue"));
  EXPECT_TRUE(under("Null", "aws:ResourceTag/Other", "true"));
  EXPECT_TRUE(under("StringEquals", "aws:PrincipalAccount", kFriend));
  EXPECT_FALSE(under("StringEquals", "aws:PrincipalAccount", "444455556666"));
  EXPECT_TRUE(under("StringEquals", "aws:ResourceAccount", "000000000000"));
  EXPECT_TRUE(under("StringEquals", "aws:RequestedRegion", "us-east-1"));
  EXPECT_TRUE(under("ArnLike", "secretsmanager:SecretId", arn_));
  EXPECT_TRUE(under("Bool", "aws:SecureTransport", true));
  EXPECT_TRUE(under("Null", "secretsmanager:VersionId", "true"));
  EXPECT_FALSE(under("StringNotEquals", "aws:SourceVpce", "vpce-1"));
}

TEST_F(CrossAccount, IsUnderConditionsOnFlags) {
  attach(arn_, {statement({{"Action", "secretsmanager:*"},
                           {"Condition",
                            {{"BoolIfExists",
                              {{"secretsmanager:BlockPublicPolicy", "true"},
                               {"secretsmanager:ForceDeleteWithoutRecovery", "false"}}}}}})});
  EXPECT_NE(as_friend("DeleteSecret", {{"ForceDeleteWithoutRecovery", true}}).error(), "ok");
  EXPECT_EQ(as_friend("DescribeSecret").error(), "ok");
  const auto same = service.call("GetResourcePolicy", {{"SecretId", "a"}})["ResourcePolicy"];
  EXPECT_NE(as_friend("PutResourcePolicy", {{"ResourcePolicy", same}, {"BlockPublicPolicy", false}})
                .error(),
            "ok");
  EXPECT_EQ(as_friend("PutResourcePolicy", {{"ResourcePolicy", same}, {"BlockPublicPolicy", true}})
                .error(),
            "ok");
}

}  // namespace
}  // namespace stunt::test
