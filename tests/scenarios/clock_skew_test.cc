// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rehearsal.h"
#include "world/calendar.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;
using test::Rehearsal;
using test::told;

class ClockSkew : public testing::Test {
 protected:
  ClockSkew() : rehearsal("- {id: a, then: {clockSkew: -10m}}") {}

  /// A call that its client signed when its clock was off by so much.
  aws::Outcome signed_with_clock_off(world::Duration off) {
    rehearsal.answer.headers = {{"Date", world::http_date(rehearsal.clock.now())}};
    return rehearsal.arrive(
        "PutSecretValue", {{"SecretId", "a"}},
        {{"authorization",
          "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/secretsmanager/aws4_request, "
          "SignedHeaders=host, Signature=0"},
         {"x-amz-date", world::iso8601_basic(rehearsal.clock.now() + off)}});
  }

  Rehearsal rehearsal;
};

TEST_F(ClockSkew, RefusesACallThatIsTooFarFromTheShiftedTime) {
  const auto outcome = signed_with_clock_off(0s);
  EXPECT_EQ(outcome.reply->status, 400);
  EXPECT_EQ(outcome.reply->body,
            R"x({"__type":"InvalidSignatureException","message":"Signature not yet current: )x"
            R"x(20260101T000000Z is still later than 20251231T235500Z )x"
            R"x((20251231T235000Z + 5 min.)"})x");
  EXPECT_EQ(outcome.reply->headers.get("Date"), "Wed, 31 Dec 2025 23:50:00 GMT");
  EXPECT_EQ(outcome.applied, false);
  EXPECT_TRUE(rehearsal.asked.empty());
  EXPECT_EQ(told(outcome), "before clockSkew:refused, before clockSkew:-10m");
}

TEST_F(ClockSkew, LetsAClientThrough) {
  const auto outcome = signed_with_clock_off(-10min);
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_EQ(outcome.reply->headers.get("Date"), "Wed, 31 Dec 2025 23:50:00 GMT");
  EXPECT_EQ(outcome.applied, true);
  EXPECT_EQ(rehearsal.terms.at(0).clock_off, -10min) << "signatures are checked by that clock";
  EXPECT_EQ(told(outcome), "before clockSkew:-10m");
}

TEST_F(ClockSkew, ForgivesFiveMinutes) {
  EXPECT_EQ(signed_with_clock_off(-5min).reply->status, 200);
  EXPECT_EQ(signed_with_clock_off(-15min).reply->status, 200);
  EXPECT_EQ(signed_with_clock_off(-15min - 1s).reply->status, 400);
}

TEST_F(ClockSkew, OnlyShiftsTheDateOfACallThatIsNotSigned) {
  const auto outcome = rehearsal.arrive("PutSecretValue");
  EXPECT_EQ(outcome.reply->status, 200);
  EXPECT_EQ(outcome.reply->headers.get("Date"), "Wed, 31 Dec 2025 23:50:00 GMT");
}

TEST(ClockSkewForward, SaysThatASignatureIsTooOld) {
  Rehearsal rehearsal("- {id: a, then: {clockSkew: +10m}}");
  const auto outcome = rehearsal.arrive(
      "GetSecretValue", {{"SecretId", "a"}},
      {{"authorization", "AWS4-HMAC-SHA256 Credential=A/20260101/r/s/aws4_request"},
       {"date", "Thu, 01 Jan 2026 00:00:00 GMT"}});
  EXPECT_NE(outcome.reply->body.find("Signature expired: 20260101T000000Z"), std::string::npos);
  EXPECT_EQ(outcome.reply->headers.get("Date"), "Thu, 01 Jan 2026 00:10:00 GMT");
}

}  // namespace
}  // namespace stunt::scenarios
