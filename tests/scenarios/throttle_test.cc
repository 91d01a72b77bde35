// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"
#include "scenarios/faults/aws_quotas.h"
#include "scenarios/faults/token_buckets.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;
using test::told;

std::string rule(const std::string& settings) {
  return "- {id: a, then: {throttle: " + settings + "}}";
}

TEST(Throttle, LetsABurstThroughAndThenItsRate) {
  Rehearsal rehearsal(rule("{rate: 2, burst: 3}"));
  EXPECT_EQ(rehearsal.errors(5), "...TT");
  rehearsal.clock.advance(500ms);
  EXPECT_EQ(rehearsal.errors(2), ".T");
  rehearsal.clock.advance(1h);
  EXPECT_EQ(rehearsal.errors(5), "...TT") << "a bucket holds no more than its burst";
}

TEST(Throttle, SaysWhatAwsSays) {
  Rehearsal rehearsal(rule("{rate: 1, burst: 1, retryAfter: 800ms}"));
  rehearsal.arrive("PutSecretValue");
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.reply->status, 400);
  EXPECT_EQ(outcome.reply->body, R"({"__type":"ThrottlingException","message":"Rate exceeded"})");
  EXPECT_EQ(outcome.reply->headers.get("x-amz-retry-after"), "800");
  EXPECT_EQ(outcome.applied, false);
  EXPECT_EQ(told(outcome), "before throttle:ThrottlingException");
}

TEST(Throttle, TouchesNoCallThatFindsAToken) {
  Rehearsal rehearsal(rule("{rate: 1, burst: 1}"));
  EXPECT_TRUE(rehearsal.arrive("GetSecretValue").faults.empty());
  EXPECT_EQ(rehearsal.director.counts()[0].fired, 0u);
  rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(rehearsal.director.counts()[0].fired, 1u);
}

TEST(Throttle, HasABucketForEachSecretOrOperation) {
  Rehearsal secrets(rule("{rate: 1, burst: 1, per: secret}"));
  EXPECT_EQ(secrets.errors(2, "GetSecretValue", "a"), ".T");
  EXPECT_EQ(secrets.errors(2, "GetSecretValue", "b"), ".T");
  Rehearsal operations(rule("{rate: 1, burst: 1, per: operation}"));
  EXPECT_EQ(operations.errors(2, "GetSecretValue"), ".T");
  EXPECT_EQ(operations.errors(2, "DescribeSecret"), ".T");
  Rehearsal scope(rule("{rate: 1, burst: 1}"));
  EXPECT_EQ(scope.errors(1, "GetSecretValue", "a"), ".");
  EXPECT_EQ(scope.errors(1, "DescribeSecret", "b"), "T");
}

http::Headers signed_by(const std::string& key, const std::string& region = "us-east-1") {
  return {{"authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/20260101/" + region +
                                "/secretsmanager/aws4_request, SignedHeaders=host, Signature=0"}};
}

TEST(Throttle, HasABucketForEachClient) {
  Rehearsal rehearsal(rule("{rate: 1, burst: 1, per: client}"));
  const auto is_throttled = [&](const std::string& key) {
    return !rehearsal.arrive("GetSecretValue", {{"SecretId", "a"}}, signed_by(key)).faults.empty();
  };
  EXPECT_FALSE(is_throttled("AKIDONE"));
  EXPECT_FALSE(is_throttled("AKIDTWO"));
  EXPECT_TRUE(is_throttled("AKIDONE"));
}

TEST(Throttle, HasAwsQuotasInTheBucketsThatOperationsShare) {
  Rehearsal rehearsal(rule("{quotas: aws}"));
  EXPECT_EQ(rehearsal.errors(50, "PutSecretValue"), std::string(50, '.'));
  EXPECT_EQ(rehearsal.errors(1, "UpdateSecret"), "T");
  EXPECT_EQ(rehearsal.errors(1, "TagResource"), ".");
  rehearsal.clock.advance(20ms);
  EXPECT_EQ(rehearsal.errors(2, "UpdateSecret"), ".T");
  const auto elsewhere =
      rehearsal.arrive("UpdateSecret", {{"SecretId", "a"}}, signed_by("A", "eu-west-1"));
  EXPECT_TRUE(elsewhere.faults.empty()) << "a quota is that of one Region";
}

TEST(AwsQuotas, KnowEveryOperation) {
  for (const auto& operation : test::secrets_manager().operations) {
    EXPECT_TRUE(aws_quota(operation.name)) << operation.name;
  }
  EXPECT_FALSE(aws_quota("NoSuchOperation"));
}

TEST(TokenBuckets, RememberSoManyKeys) {
  const world::Instant start{};
  TokenBuckets buckets;
  for (std::size_t i = 0; i < 3 * TokenBuckets::kMostKeys; ++i) {
    const auto now = start + world::Duration(i);
    EXPECT_TRUE(buckets.take(std::to_string(i), {0.001, 1}, now));
    ASSERT_LE(buckets.size(), TokenBuckets::kMostKeys);
  }
  const auto last = std::to_string(3 * TokenBuckets::kMostKeys - 1);
  EXPECT_FALSE(buckets.take(last, {0.001, 1}, start + 1s)) << "the newest are not forgotten";
}

TEST(TokenBuckets, DoNotMindAClockThatIsTurnedBack) {
  TokenBuckets buckets;
  const world::Instant start = world::Instant{} + 1h;
  EXPECT_TRUE(buckets.take("a", {1, 1}, start));
  EXPECT_FALSE(buckets.take("a", {1, 1}, start - 30min));
  EXPECT_TRUE(buckets.take("a", {1, 1}, start + 1s));
}

}  // namespace
}  // namespace stunt::scenarios
