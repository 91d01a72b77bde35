// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;
using test::struck;
using test::told;
using End = http::Wire::End;

constexpr std::string_view kWhole = R"({"from":"engine"})";

TEST(Truncate, SendsSoManyBytesAndCloses) {
  const auto outcome = struck("{truncate: {bytes: 4}}");
  EXPECT_EQ(outcome.reply->body, kWhole) << "the head tells of all of it";
  EXPECT_EQ(outcome.shape.wire.body_bytes, 4u);
  EXPECT_EQ(outcome.shape.wire.end, End::close);
  EXPECT_EQ(told(outcome), "before truncate:4");
  EXPECT_EQ(struck("{truncate: {bytes: 99}}").shape.wire.body_bytes, kWhole.size());
}

TEST(Truncate, SendsAShareOfTheBodyAsItGoesOut) {
  EXPECT_EQ(struck("{truncate: {fraction: 0.5}}").shape.wire.body_bytes, kWhole.size() / 2);
  EXPECT_EQ(struck("{truncate: {fraction: 0}}").shape.wire.body_bytes, 0u);
  EXPECT_EQ(struck("{truncate: {fraction: 1, then: reset}}").shape.wire.end, End::reset);
  // The body is changed first, although the rule that does so comes second.
  Rehearsal rehearsal(
      "- {id: a, then: {truncate: {fraction: 0.5}}}\n"
      "- {id: b, phase: after, then: {merge: {from: 0}}}\n");
  const auto outcome = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(outcome.reply->body, R"({"from":0})");
  EXPECT_EQ(outcome.shape.wire.body_bytes, 5u);
  EXPECT_EQ(told(outcome), "after merge, before truncate:5");
}

TEST(Corrupt, TakesTheLastByteOfJson) {
  const auto outcome = struck("{corrupt: {body: malformedJson}}");
  EXPECT_EQ(outcome.reply->body, R"({"from":"engine")");
  EXPECT_EQ(outcome.real->body, kWhole);
  EXPECT_EQ(told(outcome), "before corrupt:malformedJson");
  Rehearsal empty("- {id: a, then: {corrupt: {body: malformedJson}}}");
  empty.answer.body.clear();
  EXPECT_EQ(empty.arrive("TagResource").reply->body, "{");
}

TEST(Corrupt, EmptiesTheBody) { EXPECT_EQ(struck("{corrupt: {body: emptyBody}}").reply->body, ""); }

TEST(Corrupt, FlipsOneBitTheSameInEveryRun) {
  const auto body = struck("{corrupt: {body: bitFlip}}").reply->body;
  ASSERT_EQ(body.size(), kWhole.size());
  int bits = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    bits += __builtin_popcount(static_cast<unsigned char>(body[i] ^ kWhole[i]));
  }
  EXPECT_EQ(bits, 1);
  EXPECT_EQ(struck("{corrupt: {body: bitFlip}}").reply->body, body);
}

TEST(Corrupt, SendsGarbageThatIsNoJson) {
  const auto body = struck("{corrupt: {body: garbage}}").reply->body;
  EXPECT_EQ(body.size(), kWhole.size());
  EXPECT_GE(static_cast<unsigned char>(body.front()), 0x80);
  EXPECT_FALSE(aws::parse_json(body));
  EXPECT_EQ(struck("{corrupt: {body: garbage}}").reply->body, body);
  Rehearsal other("- {id: a, then: {corrupt: {body: garbage}}}", 1);
  EXPECT_NE(other.arrive("GetSecretValue").reply->body, body);
}

TEST(Corrupt, AnswersAsALoadBalancerDoes) {
  Rehearsal rehearsal("- {id: a, phase: after, then: {corrupt: {body: html}}}");
  rehearsal.answer.headers = {{"x-amzn-RequestId", "1"},
                              {"Content-Type", "application/x-amz-json-1.1"}};
  const auto reply = *rehearsal.arrive("GetSecretValue").reply;
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.headers.get("Content-Type"), "text/html");
  EXPECT_FALSE(reply.headers.get("x-amzn-requestid"));
  EXPECT_TRUE(reply.body.starts_with("<!DOCTYPE html>\n"));
}

TEST(Corrupt, LiesAboutTheLength) {
  const auto longer = struck("{corrupt: {contentLength: 17}}");
  EXPECT_EQ(longer.shape.wire.length_error, 17);
  EXPECT_EQ(longer.reply->body, kWhole);
  EXPECT_FALSE(longer.real) << "the answer itself is the engine's";
  EXPECT_EQ(told(longer), "before corrupt:contentLength+17");
  EXPECT_EQ(struck("{corrupt: {contentLength: -5}}").shape.wire.length_error, -5);
  EXPECT_EQ(struck("{corrupt: {contentLength: -500}}").shape.wire.length_error,
            -static_cast<std::int64_t>(kWhole.size()));
}

TEST(Corrupt, ChangesAndDropsHeaders) {
  Rehearsal rehearsal(
      "- {id: a, then: {corrupt: {contentType: text/plain, dropHeaders: [X-AMZN-requestid]}}}");
  rehearsal.answer.headers = {{"x-amzn-RequestId", "1"}, {"Content-Type", "a/b"}, {"Date", "c"}};
  const auto outcome = rehearsal.arrive("GetSecretValue");
  EXPECT_EQ(outcome.reply->headers, (http::Headers{{"Content-Type", "text/plain"}, {"Date", "c"}}));
  EXPECT_EQ(outcome.real->headers.size(), 3u);
  EXPECT_EQ(told(outcome), "before corrupt:contentType,dropHeaders");
}

TEST(Corrupt, TouchesAnAnswerThatComesLater) {
  Rehearsal rehearsal("- {id: a, then: {delay: 1s, corrupt: {body: emptyBody}}}");
  rehearsal.engine_holds = true;
  const auto exchange = rehearsal.deliver("RotateSecret");
  EXPECT_EQ(exchange.reply().body, "");
  EXPECT_EQ(exchange.outcome.real->body, kWhole);
  EXPECT_EQ(told(exchange.outcome), "before delay:1000000us, before corrupt:emptyBody");
}

TEST(Dribble, SendsTheBodyInPieces) {
  const auto& wire = struck("{dribble: {chunks: 20, over: 4s, headersOver: 1s}}").shape.wire;
  EXPECT_EQ(wire.pieces, 20u);
  EXPECT_EQ(wire.body_over, 4s);
  EXPECT_EQ(wire.head_over, 1s);
}

TEST(Dribble, LimitsTheBandwidth) {
  const auto outcome = struck("{dribble: {bytesPerSecond: 100}}");
  EXPECT_EQ(outcome.shape.wire.bytes_per_second, 100u);
  EXPECT_EQ(outcome.shape.wire.end, End::usual);
  EXPECT_EQ(told(outcome), "before dribble:100B/s");
}

}  // namespace
}  // namespace stunt::scenarios
