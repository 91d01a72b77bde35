// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using test::Rehearsal;

bool hits(const std::string& when, std::string_view operation, const char* secret = "prod/db") {
  Rehearsal rehearsal("- {id: a, when: " + when + ", then: {error: InternalServiceError}}");
  return rehearsal.errors(1, operation, secret) == "I";
}

TEST(Operation, IsANameAListOrAGlob) {
  EXPECT_TRUE(hits("{operation: GetSecretValue}", "GetSecretValue"));
  EXPECT_FALSE(hits("{operation: GetSecretValue}", "PutSecretValue"));
  EXPECT_TRUE(hits("{operation: [CreateSecret, PutSecretValue]}", "PutSecretValue"));
  EXPECT_FALSE(hits("{operation: [CreateSecret, PutSecretValue]}", "DeleteSecret"));
  EXPECT_TRUE(hits("{operation: \"*SecretValue\"}", "BatchGetSecretValue"));
  EXPECT_FALSE(hits("{operation: \"?etSecretValue\"}", "BatchGetSecretValue"));
  EXPECT_TRUE(hits("{operation: [CreateSecret, \"List*\"]}", "ListSecrets"));
  EXPECT_TRUE(hits("{}", "RotateSecret"));
}

TEST(Operation, ThatNobodyKnowsIsMatchedByGlobsOnly) {
  EXPECT_TRUE(hits("{}", "GetSecretVolume"));
  EXPECT_TRUE(hits("{operation: \"*\"}", "GetSecretVolume"));
  EXPECT_TRUE(hits("{operation: \"Get*\"}", "GetSecretVolume"));
  EXPECT_FALSE(hits("{operation: \"Put*\"}", "GetSecretVolume"));
  EXPECT_FALSE(hits("{operation: GetSecretValue}", "GetSecretVolume"));
}

TEST(Operation, OfEveryNameInTheModelCanBeNamed) {
  for (const auto& operation : test::secrets_manager().operations) {
    const auto name = std::string(operation.name);
    EXPECT_TRUE(hits("{operation: " + name + "}", name)) << name;
  }
}

constexpr const char* kArn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-Ab12Cd";

TEST(SecretId, IsTheNameHoweverTheClientSaysIt) {
  for (const char* sent :
       {"prod/db", kArn, "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db"}) {
    EXPECT_TRUE(hits("{secretId: prod/db}", "GetSecretValue", sent)) << sent;
    EXPECT_TRUE(hits("{secretId: prod/*}", "GetSecretValue", sent)) << sent;
    EXPECT_TRUE(hits("{secretId: \"*/d?\"}", "GetSecretValue", sent)) << sent;
    EXPECT_FALSE(hits("{secretId: dev/*}", "GetSecretValue", sent)) << sent;
  }
}

TEST(SecretId, OfAnArnMeansTheNameInIt) {
  const auto when = "{secretId: \"" + std::string(kArn) + "\"}";
  EXPECT_TRUE(hits(when, "GetSecretValue", kArn));
  EXPECT_TRUE(hits(when, "GetSecretValue", "prod/db"));
  EXPECT_FALSE(hits(when, "GetSecretValue", "prod/db2"));
}

TEST(SecretId, MayBeAGlobForArns) {
  constexpr const char* kWhen = "{secretId: \"arn:aws:secretsmanager:*:secret:prod/*\"}";
  EXPECT_TRUE(hits(kWhen, "GetSecretValue", kArn));
  EXPECT_FALSE(hits(kWhen, "GetSecretValue", "prod/db"));
}

TEST(SecretId, OfANewSecretIsItsName) {
  EXPECT_TRUE(hits("{operation: CreateSecret, secretId: prod/*}", "CreateSecret"));
}

TEST(SecretId, IsNotThereInSomeCalls) {
  EXPECT_FALSE(hits("{secretId: \"?*\"}", "ListSecrets"));
  EXPECT_TRUE(hits("{secretId: \"*\"}", "ListSecrets"));
  EXPECT_FALSE(hits("{secretId: prod/*}", "GetSecretVolume"));
}

TEST(NthOfARule, CountsTheArrivalsThatMatchItsOtherConditions) {
  Rehearsal rehearsal(
      "- {id: a, when: {operation: Get*, secretId: prod/*, nth: 2}, then: {error: "
      "InternalServiceError}}");
  EXPECT_EQ(rehearsal.errors(3, "PutSecretValue"), "...");
  EXPECT_EQ(rehearsal.errors(3, "GetSecretValue", "dev/db"), "...");
  EXPECT_EQ(rehearsal.errors(1, "GetSecretValue", "prod/a"), ".");
  EXPECT_EQ(rehearsal.errors(1, "GetResourcePolicy", "prod/b"), "I");
  EXPECT_EQ(rehearsal.errors(3, "GetSecretValue", "prod/a"), "...");
}

TEST(NthOfARule, CountsArrivalsAlsoWhileAnotherRuleFires) {
  Rehearsal rehearsal(
      "- {id: a, when: {nth: 1}, then: {error: ThrottlingException}}\n"
      "- {id: b, when: {nth: 2}, then: {error: InternalServiceError}}\n");
  EXPECT_EQ(rehearsal.errors(3), "TI.");
}

TEST(NthOfARule, HasAllItsForms) {
  const auto fired = [](const std::string& nth) {
    Rehearsal rehearsal("- {id: a, when: {nth: " + nth + "}, then: {error: ThrottlingException}}");
    return rehearsal.errors(7);
  };
  EXPECT_EQ(fired("3"), "..T....");
  EXPECT_EQ(fired("[1, 4]"), "T..T...");
  EXPECT_EQ(fired("{first: 2}"), "TT.....");
  EXPECT_EQ(fired("{every: 3}"), "..T..T.");
  EXPECT_EQ(fired("{every: 3, offset: 1}"), "T..T..T");
  EXPECT_EQ(fired("{from: 3, to: 5}"), "..TTT..");
}

TEST(Times, LimitsHowOftenARuleFires) {
  Rehearsal rehearsal("- {id: a, times: 2, then: {error: ThrottlingException}}");
  EXPECT_EQ(rehearsal.errors(4), "TT..");
}

TEST(Times, CountsWhatNthLetsThrough) {
  Rehearsal rehearsal(
      "- {id: a, times: 2, when: {nth: {every: 2}}, then: {error: ThrottlingException}}");
  EXPECT_EQ(rehearsal.errors(8), ".T.T....");
}

TEST(Enabled, FalseIsAsIfTheRuleWereNotThere) {
  Rehearsal rehearsal(
      "- {id: a, enabled: false, then: {error: ThrottlingException}}\n"
      "- {id: b, enabled: true, when: {nth: 1}, then: {error: InternalServiceError}}");
  EXPECT_EQ(rehearsal.errors(2), "I.");
  EXPECT_EQ(rehearsal.director.counts()[0].matched, 0u);
}

}  // namespace
}  // namespace stunt::scenarios
