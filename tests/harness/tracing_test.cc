// SPDX-License-Identifier: MIT
#include "harness/tracing.h"

#include <future>

#include <gmock/gmock.h>

#include "aws/json.h"
#include "stub_lambda.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;

/// A collector, and what sends it spans.
class TracingTest : public testing::Test {
 protected:
  static recorder::SpanWriter writer() {
    recorder::Header header;
    header.tool = "stunt/test";
    return recorder::SpanWriter(header);
  }

  void add(Tracing& tracing, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      aws::Exchange exchange;
      exchange.call.seq = ++seq_;
      tracing.add(exchange);
    }
  }

  std::size_t received() const {
    std::size_t spans = 0;
    for (const auto& request : collector_.invocations()) {
      const auto body = aws::Json::parse(request.body);
      spans += body["resourceSpans"][0]["scopeSpans"][0]["spans"].size();
    }
    return spans;
  }

  std::uint64_t seq_ = 0;
  world::SystemClock clock_;
  test::StubLambda collector_;
};

TEST_F(TracingTest, SendsEverythingBeforeItEnds) {
  Tracing tracing(collector_.endpoint() + "/", writer(), "default", clock_,
                  [](const std::string& error) { FAIL() << error; });
  add(tracing, 600);
  tracing.close(60s);
  EXPECT_EQ(tracing.status().sent, 600u);
  EXPECT_EQ(received(), 600u);
  const auto first = collector_.invocations().front();
  EXPECT_EQ(first.path, "/v1/traces");
  EXPECT_EQ(first.headers.get("content-type"), "application/json");
  add(tracing, 1);
  EXPECT_EQ(tracing.status().dropped, 1u);
}

TEST_F(TracingTest, LosesWhatTheCollectorRefusesAndSaysSoOnce) {
  collector_.set("", {503, {}, ""});
  std::promise<std::string> told;
  Tracing tracing("http://user:password@" + collector_.endpoint().substr(7) + "?key=1", writer(),
                  "default", clock_, [&](const std::string& error) { told.set_value(error); });
  add(tracing, 3);
  const auto error = told.get_future().get();
  EXPECT_THAT(error, testing::HasSubstr("it answers with status 503"));
  EXPECT_THAT(error, testing::Not(testing::HasSubstr("password")));
  EXPECT_THAT(error, testing::Not(testing::HasSubstr("key=1")));
  tracing.close(5s);
  EXPECT_EQ(tracing.status().dropped, 3u);
  EXPECT_EQ(tracing.status().sent, 0u);
}

TEST_F(TracingTest, WaitsForACollectorNoLongerThanItsGrace) {
  collector_.set("", {200, {}, "{}"}, 3600s);
  Tracing tracing(collector_.endpoint(), writer(), "default", clock_, [](const std::string&) {});
  add(tracing, 5);
  tracing.close(10ms);
  EXPECT_EQ(tracing.status().sent, 0u);
  EXPECT_EQ(tracing.status().dropped, 4u);  // and the one that is under way
}

}  // namespace
}  // namespace stunt::harness
