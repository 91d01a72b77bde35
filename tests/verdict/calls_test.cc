// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "script.h"

namespace stunt::verdict {
namespace {

using test::Line;
using test::Script;
using testing::ElementsAre;
using testing::HasSubstr;

Line get(const std::string& secret) { return Line("GetSecretValue", {{"SecretId", secret}}); }
Line put(const std::string& secret) { return Line("PutSecretValue", {{"SecretId", secret}}); }

Status of(const Script& script, std::string_view item) { return script.judge(item).status; }

TEST(Calls, AreCounted) {
  Script script;
  script.add(get("a")).add(get("a")).add(put("a"));
  constexpr std::string_view kGet = "calls: {operation: GetSecretValue}";
  const auto with = [&](std::string_view count) {
    return of(script, "{" + std::string(kGet) + ", count: " + std::string(count) + "}");
  };
  EXPECT_EQ(with("2"), Status::pass);
  EXPECT_EQ(with("1"), Status::fail);
  EXPECT_EQ(with("3"), Status::fail);
  EXPECT_EQ(with("{atLeast: 2}"), Status::pass);
  EXPECT_EQ(with("{atLeast: 3}"), Status::fail);
  EXPECT_EQ(with("{atMost: 1}"), Status::fail);
  EXPECT_EQ(of(script, "{calls: {operation: GetSecretValue}}"), Status::pass);
  EXPECT_EQ(of(script, "{calls: {operation: DeleteSecret}}"), Status::fail);
}

TEST(Calls, OfTheScenarioDoNotCount) {
  Script script;
  script.add(get("a").caller(Caller::setup)).add(get("a").caller(Caller::steps));
  EXPECT_EQ(of(script, "{calls: {operation: GetSecretValue}}"), Status::fail);
  script.add(get("a").caller(Caller::rotator));
  EXPECT_EQ(of(script, "{calls: {operation: GetSecretValue}}"), Status::pass);
}

TEST(Calls, ThatAreTooFewNameTheNearestMisses) {
  Script script;
  script.add(put("b"))
      .add(get("prod/db").error("ThrottlingException"))
      .add(get("prod/other"))
      .add(get("prod/db").error("ResourceNotFoundException"))
      .add(get("x").error("InternalServiceError", 500));
  const auto finding =
      script.judge("{calls: {operation: GetSecretValue, secretId: prod/db, outcome: ok}}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text,
            "0 calls arrived, expected at least 1: GetSecretValue of prod/db that ended ok");
  EXPECT_THAT(finding.details,
              ElementsAre("nearly: #2 GetSecretValue of prod/db: it ended throttled",
                          "nearly: #3 GetSecretValue of prod/other: the secret is another",
                          "nearly: #4 GetSecretValue of prod/db: it ended clientError"));
  EXPECT_THAT(finding.seqs, ElementsAre(2, 3, 4));
}

TEST(Calls, InFlightMakeTooFewInconclusive) {
  Script script;
  script.add_open(get("a"));
  EXPECT_EQ(of(script, "{calls: {operation: GetSecretValue, outcome: ok}}"), Status::inconclusive);
  EXPECT_EQ(of(script, "{calls: {operation: GetSecretValue}}"), Status::pass);
  EXPECT_EQ(of(script, "{never: {operation: GetSecretValue, outcome: ok}}"), Status::inconclusive);
  EXPECT_EQ(of(script, "{never: {operation: GetSecretValue}}"), Status::fail);
}

TEST(Never, NamesTheCallsThatCame) {
  Script script;
  script.add(get("a")).add(put("a")).add(get("b"));
  EXPECT_EQ(of(script, "{never: {operation: DeleteSecret}}"), Status::pass);
  const auto finding = script.judge("{never: {operation: GetSecretValue}}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.seqs, ElementsAre(1, 3));
}

TEST(Order, AllowsOtherCallsInBetween) {
  Script script;
  script.add(put("a")).add(put("b")).add(get("x")).add(get("b"));
  EXPECT_EQ(of(script, "{order: [{secretId: a}, {secretId: b}, {operation: GetSecretValue}]}"),
            Status::pass);
  const auto finding = script.judge("{order: [{operation: GetSecretValue}, {secretId: a}]}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_EQ(finding.text, "number 2 of 2 (any call of a) did not arrive after #3");
}

TEST(Order, TakesACallOnce) {
  Script script;
  script.add(put("a"));
  EXPECT_EQ(of(script, "{order: [{secretId: a}, {secretId: a}]}"), Status::fail);
  script.add(put("a"));
  EXPECT_EQ(of(script, "{order: [{secretId: a}, {secretId: a}]}"), Status::pass);
}

TEST(Order, StrictForbidsCallsOfTheSameOperationsInBetween) {
  Script script;
  script.add(put("a")).add(Line("DescribeSecret", {{"SecretId", "a"}})).add(get("a"));
  constexpr std::string_view kStrict =
      "{order: [{operation: PutSecretValue}, {operation: GetSecretValue}], strict: true}";
  EXPECT_EQ(of(script, kStrict), Status::pass);
  Script other;
  other.add(put("a")).add(get("x").error("InternalServiceError", 500)).add(get("a"));
  const auto finding = other.judge(
      "{order: [{operation: PutSecretValue}, {operation: GetSecretValue, outcome: ok}], "
      "strict: true}");
  EXPECT_EQ(finding.status, Status::fail);
  EXPECT_THAT(finding.text, HasSubstr("did not arrive right after #1; what arrived there is #2 "
                                      "GetSecretValue of x"));
}

TEST(Order, OfACallInFlightIsInconclusive) {
  Script script;
  script.add(put("a")).add_open(get("a"));
  for (const std::string strict : {"false", "true"}) {
    EXPECT_EQ(of(script,
                 "{order: [{operation: PutSecretValue}, {operation: GetSecretValue, "
                 "outcome: ok}], strict: " +
                     strict + "}"),
              Status::inconclusive);
  }
}

TEST(Order, CountsFromTheArrivalAndNotFromTheAnswer) {
  Script script;
  script.add(put("a").took(std::chrono::seconds(60))).add(get("a"));
  EXPECT_EQ(of(script, "{order: [{operation: PutSecretValue}, {operation: GetSecretValue}]}"),
            Status::pass);
}

}  // namespace
}  // namespace stunt::verdict
