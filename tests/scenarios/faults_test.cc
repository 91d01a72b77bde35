// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;

http::Reply reply_to(const std::string& error, std::string_view operation = "GetSecretValue") {
  Rehearsal rehearsal("- {id: the-rule, when: {operation: " + std::string(operation) +
                      "}, then: {error: " + error + "}}");
  return *rehearsal.arrive(operation).reply;
}

TEST(Error, IsTheServicesOwn) {
  const auto reply = reply_to("ResourceNotFoundException");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.body, R"({"__type":"ResourceNotFoundException",)"
                        R"("Message":"Secrets Manager can't find the specified secret."})");
  EXPECT_EQ(reply.headers.get("Content-Type"), "application/x-amz-json-1.1");
  EXPECT_EQ(reply.headers.get("Date"), "Thu, 01 Jan 2026 00:00:00 GMT");
  EXPECT_EQ(reply.headers.get("x-amzn-RequestId")->size(), 36u);
}

TEST(Error, OfTheFrameworkHasItsStatusAndItsText) {
  const auto reply = reply_to("ServiceUnavailable");
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.body,
            R"({"__type":"ServiceUnavailable",)"
            R"("message":"The request has failed due to a temporary failure of the server."})");
}

TEST(Error, WithoutAUsualTextNamesTheRule) {
  EXPECT_EQ(reply_to("InternalServiceError").body,
            R"({"__type":"InternalServiceError","Message":"Injected by the rule the-rule."})");
  EXPECT_EQ(reply_to("SerializationException").body,
            R"({"__type":"SerializationException","message":"Injected by the rule the-rule."})");
}

TEST(Error, CanBeEveryOneThatAnOperationDeclares) {
  for (const auto& operation : test::secrets_manager().operations) {
    for (const auto code : operation.errors) {
      EXPECT_EQ(aws::error_code(reply_to(std::string(code), operation.name)), code);
    }
    for (const auto& common : aws::common_errors()) {
      const auto reply = reply_to(std::string(common.code), operation.name);
      EXPECT_EQ(aws::error_code(reply), common.code);
      EXPECT_EQ(reply.status, common.status);
    }
  }
}

TEST(Error, TakesAMessage) {
  EXPECT_EQ(reply_to("{code: ThrottlingException, message: \"Slow \\\"down\\\"\"}").body,
            R"({"__type":"ThrottlingException","message":"Slow \"down\""})");
  EXPECT_EQ(reply_to("{code: ThrottlingException, message: \"\"}").body,
            R"({"__type":"ThrottlingException"})");
}

TEST(Error, TakesAStatus) {
  EXPECT_EQ(reply_to("{code: ThrottlingException, status: 429}").status, 429);
}

TEST(Error, TakesHeaders) {
  const auto reply =
      reply_to("{code: ThrottlingException, headers: {x-why: because, content-type: text/html}}");
  EXPECT_EQ(reply.headers.get("x-why"), "because");
  EXPECT_EQ(reply.headers.get("Content-Type"), "text/html");
  EXPECT_EQ(reply.headers.size(), 4u);
}

TEST(Error, SaysWhenToTryAgainInWholeMilliseconds) {
  const auto hint = [](const std::string& wait) {
    const auto reply = reply_to("{code: ThrottlingException, retryAfter: " + wait + "}");
    return std::string(*reply.headers.get("x-amz-retry-after"));
  };
  EXPECT_EQ(hint("1.5s"), "1500");
  EXPECT_EQ(hint("800ms"), "800");
  EXPECT_EQ(hint("1us"), "1");
  EXPECT_EQ(hint("0"), "0");
  EXPECT_FALSE(reply_to("ThrottlingException").headers.get("x-amz-retry-after"));
}

TEST(Error, SaysItInWholeSecondsTooIfAsked) {
  const auto hints = [](const std::string& wait) {
    const auto reply =
        reply_to("{code: ThrottlingException, retryAfterHeader: true, retryAfter: " + wait + "}");
    return std::string(*reply.headers.get("x-amz-retry-after")) + " " +
           std::string(*reply.headers.get("Retry-After"));
  };
  EXPECT_EQ(hints("1.5s"), "1500 2");
  EXPECT_EQ(hints("2s"), "2000 2");
  EXPECT_FALSE(reply_to("{code: ThrottlingException, retryAfter: 1s}").headers.get("Retry-After"));
}

TEST(Error, MayBeUnheardOf) {
  const auto reply = reply_to("{code: TeapotException, unmodelled: true}");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.body,
            R"({"__type":"TeapotException","message":"Injected by the rule the-rule."})");
  EXPECT_EQ(reply_to("{code: ResourceExistsException, unmodelled: true}").body,
            R"({"__type":"ResourceExistsException","Message":"Injected by the rule the-rule."})");
}

TEST(Error, HasARequestIdThatRepeatsWithTheRun) {
  const auto ids = [](std::uint64_t seed) {
    Rehearsal rehearsal("- {id: a, then: {error: ThrottlingException}}", seed);
    std::vector<std::string> all;
    for (int i = 0; i < 3; ++i) {
      all.emplace_back(*rehearsal.arrive("GetSecretValue").reply->headers.get("x-amzn-RequestId"));
    }
    return all;
  };
  EXPECT_EQ(ids(1), ids(1));
  EXPECT_NE(ids(1), ids(2));
  EXPECT_NE(ids(1)[0], ids(1)[1]);
}

TEST(Delay, ThatIsFixedNeedsNoChance) {
  Rehearsal rehearsal("- {id: a, then: {delay: 250ms}}");
  const auto fault = rehearsal.arrive("GetSecretValue").faults.at(0);
  EXPECT_EQ(fault.rule, "a");
  EXPECT_EQ(fault.action, "delay:250000us");
  EXPECT_FALSE(fault.u);
  EXPECT_EQ(fault.p, 1);
  EXPECT_EQ(fault.ordinal, 1u);
}

TEST(Delay, ThatIsDrawnTellsTheNumber) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {delay: {uniform: [100ms, 200ms]}}}");
  for (int i = 0; i < 20; ++i) {
    const auto outcome = rehearsal.arrive("GetSecretValue");
    const auto& fault = outcome.faults.at(0);
    ASSERT_TRUE(fault.u);
    EXPECT_EQ(fault.p, 1);
    const auto expected = sample(Uniform{100ms, 200ms}, *fault.u);
    EXPECT_EQ(outcome.shape.delay, expected);
    EXPECT_EQ(fault.action, "delay:" + std::to_string(expected.count()) + "us");
  }
}

TEST(Delay, IsDrawnApartFromTheProbabilityOfItsRule) {
  Rehearsal rehearsal(
      "- {id: a, phase: after, when: {probability: 0.1}, then: {delay: {uniform: [0, 1s]}}}");
  int slow = 0, fired = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto outcome = rehearsal.arrive("GetSecretValue");
    if (outcome.faults.empty()) continue;
    ++fired;
    EXPECT_LT(outcome.faults[0].u, 0.1);
    if (outcome.shape.delay > 500ms) ++slow;
  }
  // With one draw for both, every delay would be below 100 ms.
  EXPECT_GT(fired, 150);
  EXPECT_NEAR(slow, fired / 2, 40);
}

TEST(Delay, RepeatsWithTheRun) {
  const auto delays = [](std::uint64_t seed) {
    Rehearsal rehearsal(
        "- {id: a, phase: after, then: {delay: {lognormal: {median: 40ms, sigma: 1}}}}", seed);
    std::vector<world::Duration> all;
    for (int i = 0; i < 5; ++i) all.push_back(rehearsal.arrive("GetSecretValue").shape.delay);
    return all;
  };
  EXPECT_EQ(delays(1), delays(1));
  EXPECT_NE(delays(1), delays(2));
}

TEST(FaultKinds, HaveNamesOfTheirOwn) {
  std::vector<std::string_view> names;
  for (const auto& kind : fault_kinds()) names.push_back(kind.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"delay", "throttle", "error", "respond", "stale",
                                                  "apply", "clockSkew", "patch", "merge",
                                                  "batchError", "corrupt", "truncate", "dribble",
                                                  "connection", "refuse", "setState", "mark"}));
}

}  // namespace
}  // namespace stunt::scenarios
