// SPDX-License-Identifier: MIT
#include "recorder/capture/describe.h"

#include <gmock/gmock.h>

#include "tape.h"

namespace stunt::recorder {
namespace {

using namespace std::chrono_literals;
using test::Act;
using End = http::Delivery::End;

ExchangeLine described(Act act, bool deterministic = false) {
  auto header = test::tape_header();
  header.deterministic = deterministic;
  return Describer(header, test::vault_service(), world::Moment{}).describe(*act.take());
}

Act get(const char* secret = "prod/db") { return Act("GetSecretValue", {{"SecretId", secret}}); }

const aws::Json kThrottled = {{"__type", "ThrottlingException"}, {"message", "Rate exceeded"}};

TEST(Describe, SaysWhoAskedForWhat) {
  const auto line = described(get().attempt("0a1b", 2));
  EXPECT_EQ(line.op, "GetSecretValue");
  EXPECT_EQ(line.key.secret_id, "prod/db");
  EXPECT_EQ(line.key.access_key_id, "AKIDEXAMPLE");
  EXPECT_EQ(line.key.region, "us-east-1");
  EXPECT_EQ(line.sdk.invocation, "0a1b");
  EXPECT_EQ(line.sdk.attempt, 2u);
  EXPECT_EQ(line.sdk.max, 3u);
  EXPECT_EQ(line.sdk.user_agent, "Boto3/1.43.67");
  ASSERT_TRUE(line.sig);
  EXPECT_THAT(line.sig->headers, testing::ElementsAre("host", "x-amz-date", "x-amz-target"));
  EXPECT_EQ(line.sig->date, "20260101T000000Z");
}

TEST(Describe, SaysWhenInMicroseconds) {
  const auto line = described(get().seq(3).took(120us, 250ms));
  EXPECT_EQ(line.t, 3s);
  EXPECT_EQ(line.at, 3s);
  EXPECT_EQ(line.dur.queue, 3us);
  EXPECT_EQ(line.dur.engine, 120us);
  EXPECT_EQ(line.dur.injected, 250ms);
  EXPECT_EQ(line.dur.write, 15us);
}

TEST(Describe, LeavesTheMachineOutWhereARunMustRepeat) {
  const auto line = described(get().seq(3).took(120us, 250ms), true);
  EXPECT_EQ(line.t, 3s);
  EXPECT_EQ(line.at, 0s);
  EXPECT_EQ(line.dur.total(), 250ms);
}

TEST(Describe, GivesAnIdThatDependsOnSeedAndSeq) {
  EXPECT_EQ(described(get()).id, described(get("other")).id);
  EXPECT_NE(described(get()).id, described(get().seq(2)).id);
  EXPECT_LT(described(get()).id, described(get().seq(2)).id);
  EXPECT_EQ(described(get()).id.size(), 26u);
}

TEST(Describe, HasNoOperationThatTheServiceHasNot) {
  const auto line = described(Act("EatSecret", {{"SecretId", "a"}}));
  EXPECT_EQ(line.op, std::nullopt);
  EXPECT_EQ(line.key.secret_id, "");
}

TEST(Describe, SaysWhetherTheSignatureWasRight) {
  EXPECT_EQ(described(get()).sig->valid, std::nullopt);
  auto exchange = get().take();
  for (const bool valid : {true, false}) {
    exchange->outcome.signature_valid = valid;
    Describer describer(test::tape_header(), test::vault_service(), world::Moment{});
    EXPECT_EQ(describer.describe(*exchange).sig->valid, valid);
  }
}

TEST(Describe, KnowsWhoHasPresigned) {
  const auto line = described(
      get()
          .without_header("Authorization")
          .target("/",
                  "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260101%2F"
                  "us-east-1%2Fsecretsmanager%2Faws4_request&X-Amz-SignedHeaders=host&"
                  "X-Amz-Signature=5d672d79"));
  ASSERT_TRUE(line.sig);
  EXPECT_TRUE(line.sig->presigned);
  EXPECT_THAT(line.sig->headers, testing::ElementsAre("host"));
  EXPECT_EQ(line.key.access_key_id, "AKIDEXAMPLE");
  EXPECT_EQ(line.req.query, "{{redacted}}");
  const auto odd =
      described(get()
                    .without_header("Authorization")
                    .target("/", "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=hunter22"));
  EXPECT_FALSE(odd.sig);
}

TEST(Describe, HasNoSignatureOfAnUnsignedRequest) {
  const auto line = described(get().without_header("Authorization"));
  EXPECT_FALSE(line.sig);
  EXPECT_EQ(line.key.access_key_id, "");
}

TEST(Describe, KeepsOnlyTheSizeOfABodyThatIsNoObject) {
  for (const char* body : {"hunter22", "[1]", "{\"SecretString\":\"hunter2", ""}) {
    const auto line = described(get().raw_body(body));
    EXPECT_FALSE(line.req.body.json) << body;
    EXPECT_EQ(line.req.body.size, std::string_view(body).size());
  }
}

TEST(Describe, KeepsNoQueryAndNoOddMethod) {
  const auto line = described(get().target("/x", "X-Amz-Signature=1").method("HUNTER22"));
  EXPECT_EQ(line.req.path, "/x");
  EXPECT_EQ(line.req.query, "{{redacted}}");
  EXPECT_EQ(line.req.method, "{{redacted}}");
}

TEST(Describe, NamesHowItEnded) {
  EXPECT_EQ(described(get()).outcome, aws::OutcomeKind::ok);
  EXPECT_EQ(described(get().answer(400, {{"__type", "E"}})).outcome,
            aws::OutcomeKind::client_error);
  EXPECT_EQ(described(get().answer(500, {{"__type", "E"}})).outcome,
            aws::OutcomeKind::server_error);
  EXPECT_EQ(described(get().answer(400, kThrottled)).outcome, aws::OutcomeKind::throttled);
  EXPECT_EQ(described(get().ended(End::client_gone, 0)).outcome, aws::OutcomeKind::client_gone);
  EXPECT_EQ(described(get().ended(End::reset, 0)).outcome, aws::OutcomeKind::reset);
  EXPECT_EQ(described(get().ended(End::closed, 0)).outcome, aws::OutcomeKind::closed);
  EXPECT_EQ(described(get().ended(End::timed_out, 0)).outcome, aws::OutcomeKind::timeout);
}

TEST(Describe, NamesTheErrorAndWhetherToRetry) {
  const auto line = described(get().answer(400, kThrottled));
  ASSERT_TRUE(line.error);
  EXPECT_EQ(line.error->code, "ThrottlingException");
  EXPECT_EQ(line.error->retryable, "throttling");
  EXPECT_FALSE(described(get()).error);
}

TEST(Describe, TellsWhatTheEngineSaidWhereAFaultReplacedIt) {
  const auto line = described(get().answer(400, kThrottled).real(200, {{"Name", "prod/db"}}));
  EXPECT_EQ(line.res->status, 400);
  ASSERT_TRUE(line.real);
  EXPECT_EQ(line.real->status, 200);
  EXPECT_FALSE(described(get()).real);
}

TEST(Describe, TellsWhatTheEngineSaidWhereNothingWasSent) {
  const auto line = described(get().answer(200, {{"Name", "a"}}).ended(End::client_gone, 0));
  EXPECT_FALSE(line.res);
  ASSERT_TRUE(line.real);
  EXPECT_EQ(line.real->body.json->dump(), R"({"Name":"a"})");
}

TEST(Describe, TellsOfSilenceWhatTheEngineHadSaid) {
  const auto exchange = get().real(200, {{"Name", "a"}}).ended(End::reset, 0).take();
  exchange->outcome.reply.reset();
  exchange->outcome.shape.wire.silent = true;
  const auto line =
      Describer(test::tape_header(), test::vault_service(), world::Moment{}).describe(*exchange);
  EXPECT_FALSE(line.res);
  EXPECT_FALSE(line.error);
  ASSERT_TRUE(line.real);
  EXPECT_EQ(line.real->status, 200);
  EXPECT_EQ(line.outcome, aws::OutcomeKind::reset);
}

TEST(Describe, DoesNotTakeAFaultsAnswerForTheEngines) {
  const auto line =
      described(get()
                    .answer(400, kThrottled)
                    .fault({.rule = "r", .action = "error:ThrottlingException", .answered = true})
                    .ended(End::client_gone, 0));
  EXPECT_FALSE(line.res);
  EXPECT_FALSE(line.real);
}

TEST(Describe, TakesAnAnswerForTheEnginesBesideAFaultThatBringsNone) {
  const auto line =
      described(get().fault({.rule = "r", .action = "stale:lag=1us"}).ended(End::client_gone, 0));
  EXPECT_TRUE(line.real);
}

TEST(Describe, CountsAnAnswerThatWasPartlySent) {
  const auto line = described(get().ended(End::client_gone, 17));
  EXPECT_TRUE(line.res);
  EXPECT_EQ(line.outcome, aws::OutcomeKind::client_gone);
}

TEST(Describe, TellsAllOfAnAnswerThatWasCutAndItsSizeAsItWas) {
  for (const auto end : {End::closed, End::reset, End::timed_out}) {
    const auto line =
        described(get().answer(200, {{"Name", "a"}}).wire({.body_bytes = 3}).ended(end, 50));
    ASSERT_TRUE(line.res);
    EXPECT_EQ(line.res->body.json->dump(), R"({"Name":"a"})");
    EXPECT_EQ(line.res->body.size, 12u);
    EXPECT_FALSE(line.real);
  }
}

TEST(Describe, TellsNothingTwice) {
  const aws::Json body = {{"Name", "a"}};
  EXPECT_FALSE(described(get().answer(200, body).real(200, body)).real);
  const auto unsent = described(get().answer(200, body).real(200, body).ended(End::reset, 0));
  EXPECT_FALSE(unsent.res);
  EXPECT_TRUE(unsent.real);
}

TEST(Describe, CountsTheBytesOfAnAnswerThatAFaultMayHaveCut) {
  const auto bytes = [](Act act) {
    return described(act.fault({.rule = "r", .action = "x"})).faults.at(0).bytes_sent;
  };
  EXPECT_EQ(bytes(get().ended(End::closed, 17)), 17u);
  EXPECT_EQ(bytes(get().ended(End::client_gone, 0)), 0u);
  EXPECT_EQ(bytes(get().wire({.length_error = 1}).ended(End::sent, 99)), 99u);
  EXPECT_EQ(bytes(get().ended(End::sent, 99)), std::nullopt);
}

TEST(Describe, GivesEqualSecretsOfTwoCallsOnePseudonym) {
  Describer describer(test::tape_header(), test::vault_service(), world::Moment{});
  const auto one = describer.describe(*Act("CreateSecret", {{"SecretString", "a"}}).take());
  const auto two = describer.describe(*Act("CreateSecret", {{"SecretString", "b"}}).take());
  const auto three = describer.describe(*Act("PutSecretValue", {{"SecretString", "a"}}).take());
  EXPECT_EQ((*one.req.body.json)["SecretString"], "{{secret:1}}");
  EXPECT_EQ((*two.req.body.json)["SecretString"], "{{secret:2}}");
  EXPECT_EQ((*three.req.body.json)["SecretString"], "{{secret:1}}");
}

}  // namespace
}  // namespace stunt::recorder
