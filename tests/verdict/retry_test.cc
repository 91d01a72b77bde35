// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "script.h"
#include "verdict/logical_calls.h"

namespace stunt::verdict {
namespace {

using namespace std::chrono_literals;
using test::Line;
using test::Script;
using testing::HasSubstr;

Line create(std::string_view token) {
  return Line("CreateSecret", {{"Name", "prod/db"}, {"ClientRequestToken", token}});
}

Line get() { return Line("GetSecretValue", {{"SecretId", "prod/db"}}); }

Finding judge(const Script& script, const std::string& retry) {
  return script.judge("{retry: {of: {operation: \"*\"}, " + retry + "}}");
}

TEST(Retry, CountsTheAttemptsOfEachCall) {
  Script script;
  script.add(create("t").attempt("i-1", 1).ended(http::Delivery::End::reset))
      .add(get().attempt("i-2", 1))
      .add(create("t").attempt("i-1", 2));
  EXPECT_EQ(judge(script, "attempts: {atMost: 2}").status, Status::pass);
  const auto finding = judge(script, "attempts: 2");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "GetSecretValue of prod/db (#2) was tried 1 time, expected 2");
  EXPECT_EQ(script.judge("{retry: {of: {operation: CreateSecret}, attempts: 2}}").status,
            Status::pass);
}

TEST(Retry, MeansTheWholeCallIfOneAttemptIsMeant) {
  Script script;
  script.add(get().attempt("i-1", 1).error("ThrottlingException")).add(get().attempt("i-1", 2));
  EXPECT_EQ(script.judge("{retry: {of: {outcome: throttled}, attempts: 2}}").status, Status::pass);
}

TEST(Retry, OfNoCallIsInconclusive) {
  Script script;
  script.add(get().attempt("i-1", 1));
  EXPECT_EQ(script.judge("{retry: {of: {operation: CreateSecret}, attempts: 2}}").status,
            Status::inconclusive);
}

TEST(Retry, ThatMayStillComeIsInconclusive) {
  Script script;
  script.add_open(get().attempt("i-1", 1));
  EXPECT_EQ(judge(script, "attempts: 2").status, Status::inconclusive);
  EXPECT_EQ(judge(script, "attempts: 0").status, Status::fail);
}

TEST(Retry, WantsTheSameToken) {
  Script same, other;
  same.add(create("t").error("InternalServiceError", 500)).add(create("t"));
  other.add(create("t").error("InternalServiceError", 500)).add(create("u"));
  EXPECT_EQ(judge(same, "sameToken: true").status, Status::pass);
  const auto finding = judge(other, "sameToken: true");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.text, HasSubstr("was tried again with another ClientRequestToken"));
  EXPECT_EQ(judge(other, "attempts: 2").status, Status::pass);
}

TEST(Retry, WantsTheSameInvocation) {
  Script script;
  script.add(create("t").attempt("i-1", 1).error("InternalServiceError", 500))
      .add(create("t").attempt("i-2", 2));
  const auto finding = judge(script, "sameToken: true");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.text, HasSubstr("its invocation id is another"));
}

TEST(Retry, OfNothingWithATokenSaysNothingOfTokens) {
  Script script;
  script.add(get().attempt("i-1", 1).error("InternalServiceError", 500))
      .add(get().attempt("i-1", 2));
  EXPECT_EQ(judge(script, "sameToken: true").status, Status::inconclusive);
}

TEST(Retry, WithoutInvocationIdsIsToldByConnectionAndBody) {
  Script script;
  script.add(get().connection(1).error("InternalServiceError", 500))
      .add(get().connection(2).error("InternalServiceError", 500))
      .add(get().connection(1))
      .add(get().connection(1));
  const auto evidence = script.evidence();
  std::vector<std::vector<std::uint64_t>> seqs;
  for (const auto& call : logical_calls(evidence.journal.entries)) seqs.push_back(call.seqs());
  // The last one is another call: what went well is not tried again.
  EXPECT_EQ(seqs, (std::vector<std::vector<std::uint64_t>>{{1, 3}, {2}, {4}}));
}

/// One call that is tried again after `gap`.
Finding after(world::Duration gap, const std::string& hint, const std::string& retry) {
  Script script;
  auto first = get().attempt("i", 1).at(0s).took(1s).error("ThrottlingException");
  if (!hint.empty()) first.answer_header("x-amz-retry-after", hint);
  script.add(first).add(get().attempt("i", 2).at(1s + gap));
  return judge(script, retry);
}

TEST(Retry, GapsAreFromTheLastByteToTheNextArrival) {
  EXPECT_EQ(after(200ms, "", "backoff: {min: 200ms, max: 200ms, slack: 0}").status, Status::pass);
  EXPECT_EQ(after(199ms, "", "backoff: {min: 200ms}").status, Status::fail);
  EXPECT_EQ(after(201ms, "", "backoff: {max: 200ms, slack: 0}").status, Status::fail);
  EXPECT_EQ(after(201ms, "", "backoff: {max: 200ms, slack: 1ms}").status, Status::pass);
}

TEST(Retry, HonoursTheServersHint) {
  EXPECT_EQ(after(800ms, "800", "honoursRetryAfter: true").status, Status::pass);
  EXPECT_EQ(after(60s, "800", "honoursRetryAfter: true").status, Status::pass);
  const auto finding = after(799ms, "800", "honoursRetryAfter: true");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text,
            "retry 1 of GetSecretValue of prod/db (#2) came 799 ms after the answer to #1, whose "
            "x-amz-retry-after was 800 ms");
}

TEST(Retry, IgnoresHintsThatAreNone) {
  for (const std::string hint : {"", "-5", "soon", "1.5", "99999999999999999999"}) {
    EXPECT_EQ(after(1ms, hint, "honoursRetryAfter: true").status, Status::inconclusive) << hint;
  }
}

TEST(Retry, TakesNoMoreOfAHintThanFiveSecondsInProfile21) {
  const std::string k21 = "honoursRetryAfter: true, backoff: {profile: aws-standard-2.1, slack: 0}";
  EXPECT_EQ(after(5s, "60000", k21).status, Status::pass);
  EXPECT_EQ(after(6s, "60000", k21).status, Status::pass);
  EXPECT_EQ(after(6001ms, "60000", k21).status, Status::fail);
  EXPECT_EQ(after(4999ms, "60000", k21).status, Status::fail);
  EXPECT_EQ(after(5801ms, "800",
                  "honoursRetryAfter: true, backoff: {profile: aws-standard-2.1, "
                  "slack: 0}")
                .status,
            Status::fail);
}

/// So many calls one after another, each with so many attempts.
Script calls(const std::vector<std::pair<unsigned, int>>& runs) {
  Script script;
  int id = 0;
  for (const auto& [attempts, count] : runs) {
    for (int n = 0; n < count; ++n) {
      const auto invocation = "i-" + std::to_string(++id);
      for (unsigned i = 1; i <= attempts; ++i) {
        script.add(get().attempt(invocation, i).error("InternalServiceError", 500));
      }
    }
  }
  return script;
}

constexpr const char* k20 = "quotaFingerprint: [[3, 50], [1]]";
constexpr const char* k21 = "quotaFingerprint: [[3, 17], [2, 1], [1]]";

TEST(Fingerprint, TellsTheProfilesApart) {
  const auto old_client = calls({{3, 50}, {1, 10}}), new_client = calls({{3, 17}, {2, 1}, {1, 42}});
  EXPECT_EQ(judge(old_client, k20).status, Status::pass);
  EXPECT_EQ(judge(new_client, k21).status, Status::pass);
  EXPECT_EQ(judge(new_client, k20).status, Status::fail);
  const auto finding = judge(old_client, k21);
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text,
            "call 18 was tried 3 times and not 2: attempts per call, expected 3×17, 2×1, then 1 "
            "and saw 3×50, 1×10");
}

TEST(Fingerprint, OfTooFewCallsIsInconclusive) {
  EXPECT_EQ(judge(calls({{3, 17}}), k21).status, Status::inconclusive);
  EXPECT_EQ(judge(calls({{3, 17}, {2, 1}}), k21).status, Status::inconclusive);
  EXPECT_EQ(judge(calls({{3, 17}, {2, 1}, {1, 1}}), k21).status, Status::pass);
}

TEST(Fingerprint, ThatIsClosedAllowsNoMoreCalls) {
  constexpr const char* kClosed = "quotaFingerprint: [[3, 2], [1, 1]]";
  EXPECT_EQ(judge(calls({{3, 2}, {1, 1}}), kClosed).status, Status::pass);
  EXPECT_EQ(judge(calls({{3, 2}, {1, 2}}), kClosed).status, Status::fail);
  EXPECT_EQ(judge(calls({{3, 3}}), kClosed).status, Status::fail);
}

}  // namespace
}  // namespace stunt::verdict
