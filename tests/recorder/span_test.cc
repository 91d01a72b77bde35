// SPDX-License-Identifier: MIT
#include "recorder/otlp/span.h"

#include <gmock/gmock.h>

#include "player.h"
#include "recorder/otlp/outline.h"
#include "recorder/otlp/traceparent.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using aws::Json;

constexpr const char* kParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

Json span_of(const test::Act& act) {
  const auto line = outline(*act.take(), "default");
  return Json::parse(SpanWriter(test::tape_header()).span(line, test::act_start()).value());
}

/// The attributes by name; numbers as text.
std::map<std::string, std::string> attributes(const Json& span) {
  std::map<std::string, std::string> found;
  for (const auto& one : span["attributes"]) {
    found[one["key"]] = one["value"].front().get<std::string>();
  }
  return found;
}

TEST(TraceParent, IsReadAsTheStandardHasIt) {
  const auto parent = read_traceparent(kParent);
  ASSERT_TRUE(parent);
  EXPECT_EQ(parent->trace_id, "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(parent->span_id, "b7ad6b7169203331");
  EXPECT_TRUE(parent->sampled);
  EXPECT_FALSE(
      read_traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-02")->sampled);
  EXPECT_TRUE(read_traceparent("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"));
}

TEST(TraceParent, IsNothingIfAnyPartIsWrong) {
  for (const char* wrong : {"", "x", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                            "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                            "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
                            "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}) {
    EXPECT_FALSE(read_traceparent(wrong)) << wrong;
  }
}

TEST(Span, IsAChildOfTheClients) {
  const auto span = span_of(test::get("a").header("traceparent", kParent));
  EXPECT_EQ(span["traceId"], "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(span["parentSpanId"], "b7ad6b7169203331");
  EXPECT_EQ(span["flags"], 0x301);
}

TEST(Span, IsARootIfTheClientSaysNothingOrNonsense) {
  const auto span = span_of(test::get("a").header("traceparent", "nonsense"));
  EXPECT_FALSE(span.contains("parentSpanId"));
  EXPECT_EQ(span["traceId"].get<std::string>().size(), 32u);
  EXPECT_EQ(span["spanId"].get<std::string>().size(), 16u);
  // The same run gives the same ids, another exchange or another scope others.
  EXPECT_EQ(span, span_of(test::get("a")));
  EXPECT_NE(span["traceId"], span_of(test::get("a").seq(2))["traceId"]);
  const auto elsewhere = outline(*test::get("a").take(), "elsewhere");
  const auto other = SpanWriter(test::tape_header()).span(elsewhere, test::act_start());
  EXPECT_NE(span["spanId"], Json::parse(*other)["spanId"]);
}

TEST(Span, IsNotToldIfTheClientDoesNotSample) {
  const auto line =
      outline(*test::get("a")
                   .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
                   .take(),
              "default");
  EXPECT_FALSE(SpanWriter(test::tape_header()).span(line, test::act_start()));
}

TEST(Span, TellsTheCallAndItsFaults) {
  const auto span =
      span_of(test::get("a")
                  .answer(400, {{"__type", "ThrottlingException"}})
                  .real(200, Json::object())
                  .fault({.rule = "slow", .action = "delay:5us"})
                  .fault({.rule = "lost", .phase = aws::Phase::after, .action = "error:Throttling"})
                  .attempt("i", 3));
  EXPECT_EQ(span["name"], "SecretsManager.GetSecretValue");
  EXPECT_EQ(span["kind"], 2);
  EXPECT_THAT(attributes(span), testing::IsSupersetOf(std::map<std::string, std::string>{
                                    {"rpc.system", "aws-api"},
                                    {"rpc.service", "SecretsManager"},
                                    {"rpc.method", "GetSecretValue"},
                                    {"http.request.method", "POST"},
                                    {"http.response.status_code", "400"},
                                    {"error.type", "ThrottlingException"},
                                    {"aws.request_id", "0f0e0d0c-0000-4000-8000-000000000000"},
                                    {"http.request.resend_count", "2"},
                                    {"stunt.scope", "default"},
                                    {"stunt.exchange.seq", "1"},
                                    {"stunt.fault.rule", "slow, lost"},
                                    {"stunt.fault.phase", "before, after"},
                                    {"stunt.fault.action", "delay:5us, error:Throttling"},
                                    {"stunt.fault.replaced_status", "200"}}));
  EXPECT_EQ(span["status"], Json::object());
}

TEST(Span, IsAnErrorWhereTheServerFailed) {
  const auto status = [](const test::Act& act) { return span_of(act)["status"].dump(); };
  EXPECT_EQ(status(test::get("a")), "{}");
  EXPECT_EQ(status(test::get("a").answer(500, {{"__type", "InternalServiceError"}})),
            R"({"code":2})");
  EXPECT_EQ(status(test::get("a").ended(http::Delivery::End::reset, 0)), R"({"code":2})");
  EXPECT_EQ(status(test::get("a").ended(http::Delivery::End::closed, 5)), R"({"code":2})");
  EXPECT_EQ(status(test::get("a").ended(http::Delivery::End::client_gone, 0)), "{}");
}

TEST(Span, LastsAsLongAsTheExchange) {
  const auto span = span_of(test::get("a").took(2ms, 250ms));
  const auto began = std::stoull(span["startTimeUnixNano"].get<std::string>());
  const auto ended = std::stoull(span["endTimeUnixNano"].get<std::string>());
  EXPECT_EQ(began, 1767225600000000000u);
  EXPECT_EQ(ended - began, 252018000u);  // with what it took to write
}

TEST(Span, NamesNothingThatAClientMadeUp) {
  const auto text = span_of(test::Act("Hunter22", {{"SecretId", "hunter22"}})
                                .method("HUNTER22")
                                .target("/hunter22", "hunter22")
                                .answer(400, {{"__type", "hunter22 is no name"}}))
                        .dump();
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("unter22")));
  EXPECT_THAT(text, testing::HasSubstr("clientError"));
}

}  // namespace
}  // namespace stunt::recorder
