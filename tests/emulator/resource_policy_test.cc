// SPDX-License-Identifier: MIT
#include "policies.h"
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kMalformed =
    "400 MalformedPolicyDocumentException: This policy has invalid syntax.";

class ResourcePolicy : public Emulator {
 protected:
  void SetUp() override { arn_ = service.create("a")["ARN"]; }

  Heard put_policy(const std::string& policy, const Json& more = Json::object()) {
    Json body = {{"SecretId", "a"}, {"ResourcePolicy", policy}};
    body.update(more);
    return service.call("PutResourcePolicy", body);
  }

  Heard get_policy() { return service.call("GetResourcePolicy", {{"SecretId", "a"}}); }
  Heard delete_policy() { return service.call("DeleteResourcePolicy", {{"SecretId", "a"}}); }

  Heard validate(const std::string& policy) {
    return service.call("ValidateResourcePolicy", {{"ResourcePolicy", policy}});
  }

  static std::string broad() { return policy_of({statement({{"Principal", "*"}})}); }

  Json arn_;
};

TEST_F(ResourcePolicy, ComesBackByteForByte) {
  const auto policy = "\n {\"Statement\" :\t" + statement().dump(2) + ", \"Id\":\"\\u0061\" }\n";
  const auto put = put_policy(policy);
  EXPECT_EQ(put.body, Json({{"ARN", arn_}, {"Name", "a"}}));
  EXPECT_EQ(put.applied, true);
  EXPECT_EQ(get_policy().body, Json({{"ARN", arn_}, {"Name", "a"}, {"ResourcePolicy", policy}}));
}

TEST_F(ResourcePolicy, ReplacesTheOneBefore) {
  put_policy(broad());
  put_policy(policy_of({statement()}));
  EXPECT_EQ(get_policy()["ResourcePolicy"], policy_of({statement()}));
}

TEST_F(ResourcePolicy, IsLeftOutWhereThereIsNone) {
  EXPECT_EQ(get_policy().body, Json({{"ARN", arn_}, {"Name", "a"}}));
}

TEST_F(ResourcePolicy, CanBeDeletedAlsoWhereThereIsNone) {
  put_policy(broad());
  const auto deleted = delete_policy(), again = delete_policy();
  EXPECT_EQ(deleted.body, Json({{"ARN", arn_}, {"Name", "a"}}));
  EXPECT_EQ(deleted.applied, true);
  EXPECT_EQ(again.error(), "ok");
  EXPECT_EQ(again.applied, false);
  EXPECT_FALSE(get_policy().body.contains("ResourcePolicy"));
}

TEST_F(ResourcePolicy, ChangesTheDateOfTheLastChange) {
  service.clock.advance(1ms);
  put_policy(broad());
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.001");
  service.clock.advance(1ms);
  delete_policy();
  EXPECT_EQ(service.describe("a")["LastChangedDate"].dump(), "1767225600.002");
}

TEST_F(ResourcePolicy, IsRefusedInTheWordsOfAws) {
  EXPECT_EQ(put_policy("no policy").error(), kMalformed);
  EXPECT_EQ(put_policy("{}").error(), kMalformed);
  EXPECT_EQ(put_policy(policy_of({statement({{"Principal", {{"AWS", "me"}}}})})).error(),
            "400 MalformedPolicyDocumentException: This resource policy contains an unsupported "
            "principal.");
  EXPECT_FALSE(get_policy().body.contains("ResourcePolicy"));
}

TEST_F(ResourcePolicy, MayBeBroadUnlessThatIsBlocked) {
  EXPECT_EQ(put_policy(broad()).error(), "ok");
  EXPECT_EQ(put_policy(broad(), {{"BlockPublicPolicy", false}}).error(), "ok");
  EXPECT_EQ(put_policy(broad(), {{"BlockPublicPolicy", true}}).error(),
            "400 PublicPolicyException: You can't attach a resource policy that allows broad "
            "access to the secret.");
  EXPECT_EQ(put_policy(policy_of({statement()}), {{"BlockPublicPolicy", true}}).error(), "ok");
}

TEST_F(ResourcePolicy, HasTheLengthOfTheModel) {
  const auto policy = policy_of({statement()});
  const auto padded = [&](std::size_t size) {
    return put_policy(policy + std::string(size - policy.size(), ' ')).error();
  };
  EXPECT_EQ(padded(20480), "ok");
  EXPECT_TRUE(padded(20481).starts_with("400 ValidationException"));
}

TEST_F(ResourcePolicy, IsReadBeforeTheSecretIsLookedFor) {
  EXPECT_EQ(
      service.call("PutResourcePolicy", {{"SecretId", "none"}, {"ResourcePolicy", "{}"}}).error(),
      kMalformed);
}

TEST_F(ResourcePolicy, WantsASecretThatIsThereAndStays) {
  for (const char* operation : {"PutResourcePolicy", "GetResourcePolicy", "DeleteResourcePolicy"}) {
    const auto error_for = [&](const char* id) {
      return service.call(operation, {{"SecretId", id}, {"ResourcePolicy", broad()}}).error();
    };
    service.create("b");
    service.call("DeleteSecret", {{"SecretId", "b"}});
    EXPECT_EQ(error_for("none"), kNotFound) << operation;
    EXPECT_EQ(error_for("b"), kMarked) << operation;
  }
}

TEST_F(ResourcePolicy, GoesWithItsSecret) {
  put_policy(broad());
  service.call("DeleteSecret", {{"SecretId", "a"}, {"ForceDeleteWithoutRecovery", true}});
  service.create("a");
  EXPECT_FALSE(get_policy().body.contains("ResourcePolicy"));
}

TEST_F(ResourcePolicy, PassesValidationAsAwsShowsIt) {
  const auto heard = validate(policy_of({statement()}));
  EXPECT_EQ(heard.reply.body, R"({"PolicyValidationPassed":true,"ValidationErrors":[]})");
  EXPECT_FALSE(heard.applied.has_value());
}

TEST_F(ResourcePolicy, FailsValidationIfItIsBroad) {
  const auto heard = validate(broad());
  EXPECT_EQ(heard["PolicyValidationPassed"], false);
  ASSERT_EQ(heard["ValidationErrors"].size(), 1u);
  EXPECT_EQ(heard["ValidationErrors"][0],
            Json({{"CheckName", "REFLEXIVE_PRINCIPAL_CHECK"},
                  {"ErrorMessage", "This resource policy allows broad access to the secret."}}));
}

TEST_F(ResourcePolicy, FailsValidationIfItLocksTheCallerOut) {
  const auto lock = [](const char* account) {
    return policy_of({statement(
        {{"Effect", "Deny"}, {"Principal", {{"AWS", account}}}, {"Action", "secretsmanager:*"}})});
  };
  EXPECT_EQ(validate(lock("000000000000"))["ValidationErrors"][0]["CheckName"], "LOCKOUT_CHECK");
  EXPECT_EQ(validate(lock("111122223333"))["PolicyValidationPassed"], true);
}

TEST_F(ResourcePolicy, IsValidatedForASecretThatMustBeThere) {
  const auto error_for = [&](const char* id, const std::string& policy) {
    return service.call("ValidateResourcePolicy", {{"SecretId", id}, {"ResourcePolicy", policy}})
        .error();
  };
  EXPECT_EQ(error_for("a", broad()), "ok");
  EXPECT_EQ(error_for("none", broad()), kNotFound);
  EXPECT_EQ(error_for("a", "{}"), kMalformed);
  EXPECT_TRUE(error_for("Inv Name", broad()).starts_with("400 ValidationException: Invalid name."));
}

}  // namespace
}  // namespace stunt::test
