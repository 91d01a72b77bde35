// SPDX-License-Identifier: MIT
//
// A server in front of another one: what the engine of the first says is what the second answers.
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "input/problem.h"
#include "play.h"

namespace stunt::harness {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

constexpr const char* kCreate = R"({"Name": "a", "SecretString": "v"})";
constexpr const char* kRead = R"({"SecretId": "a"})";

class UpstreamTest : public test::Play {
 protected:
  /// The server behind; `rules` are its own.
  void serve_inner(const std::string& rules = "") {
    std::swap(settings_, inner_settings_);
    if (!rules.empty()) script(rules);
    serve();
    std::swap(settings_, inner_settings_);
    inner_ = std::move(stage_);
    settings_.upstream.url = inner_->endpoints().front();
  }

  void serve_both(const std::string& rules) {
    serve_inner();
    serve(rules);
  }

  void TearDown() override {
    stage_.reset();
    inner_.reset();
  }

  /// The calls of that operation. A client has its answer a little before its call has ended.
  static std::vector<std::shared_ptr<const aws::Exchange>> calls(const Stage& stage,
                                                                 std::string_view operation) {
    const world::SystemClock clock;
    const auto patience = clock.ticks() + 5s;
    std::vector<std::shared_ptr<const aws::Exchange>> calls;
    for (bool ended = false; !ended && clock.ticks() < patience;) {
      ended = true;
      calls.clear();
      for (const auto& entry : stage.scopes().everybody().journal().snapshot().entries) {
        if (!entry.counts() || entry.call().operation != operation) continue;
        ended = ended && entry.outcome;
        calls.push_back(entry.exchange);
      }
    }
    return calls;
  }

  aws::Outcome last(std::string_view operation) const {
    return calls(*stage_, operation).back()->outcome;
  }

  bool comes_to_inner(std::uint64_t calls) {
    return inner_->scopes().everybody().journal().wait_for({}, calls, 5s);
  }

  std::string refusal() {
    try {
      serve();
    } catch (const std::invalid_argument& wrong) {
      return wrong.what();
    }
    return "";
  }

  harness::Settings inner_settings_;
  std::unique_ptr<harness::Stage> inner_;
};

TEST_F(UpstreamTest, AnswersWhatTheOtherAnswers) {
  serve_inner();
  serve();
  EXPECT_THAT(ask("CreateSecret", kCreate), HasSubstr("200 OK"));
  std::swap(stage_, inner_);
  const auto there = ask("DescribeSecret", kRead);
  std::swap(stage_, inner_);
  const auto here = ask("DescribeSecret", kRead);
  EXPECT_EQ(test::body_of(here), test::body_of(there));
  EXPECT_THAT(ask("GetSecretValue", R"({"SecretId": "b"})"),
              HasSubstr("ResourceNotFoundException"));
  EXPECT_EQ(last("CreateSecret").applied, true);
  EXPECT_EQ(last("GetSecretValue").applied, std::nullopt);
  EXPECT_EQ(stage_->health()["engine"], "upstream");
}

TEST_F(UpstreamTest, IsNotAskedWhereAFaultAnswersBefore) {
  serve_both(
      "rules: [{ id: r, when: { operation: CreateSecret }, then: { error: "
      "InternalServiceError } }]");
  EXPECT_THAT(ask("CreateSecret", kCreate), HasSubstr("InternalServiceError"));
  EXPECT_TRUE(calls(*inner_, "CreateSecret").empty());
  EXPECT_EQ(last("CreateSecret").applied, false);
}

TEST_F(UpstreamTest, HasDoneItWhereAFaultAnswersAfter) {
  serve_both(
      "rules: [{ id: r, phase: after, when: { operation: CreateSecret }, then: { error: "
      "InternalServiceError } }]");
  EXPECT_THAT(ask("CreateSecret", kCreate), HasSubstr("InternalServiceError"));
  EXPECT_THAT(ask("GetSecretValue", kRead), HasSubstr("200 OK"));
  const auto outcome = last("CreateSecret");
  ASSERT_TRUE(outcome.real);
  EXPECT_EQ(outcome.real->status, 200);
  EXPECT_THAT(outcome.real->body, HasSubstr("VersionId"));
  EXPECT_EQ(outcome.applied, true);
}

TEST_F(UpstreamTest, LosesItsAnswerOnTheWire) {
  serve_both(
      "rules: [{ id: r, phase: after, when: { operation: CreateSecret }, then: { "
      "connection: reset } }]");
  EXPECT_EQ(ask("CreateSecret", kCreate), "");
  EXPECT_THAT(ask("GetSecretValue", kRead), HasSubstr("200 OK"));
  ASSERT_TRUE(last("CreateSecret").real);
  EXPECT_EQ(last("CreateSecret").real->status, 200);
}

TEST_F(UpstreamTest, IsLateAndChangedOnTheWayBackToo) {
  serve_both(
      "rules:\n"
      "  - { id: early, when: { operation: CreateSecret }, then: { delay: 20ms } }\n"
      "  - { id: late, phase: after, when: { operation: CreateSecret }, then: { delay: 30ms,"
      " merge: { Name: other } } }\n");
  EXPECT_THAT(ask("CreateSecret", kCreate), HasSubstr(R"("Name":"other")"));
  const auto call = calls(*stage_, "CreateSecret").back();
  EXPECT_EQ(call->injected, 50ms);
  ASSERT_EQ(call->outcome.faults.size(), 3);
  EXPECT_EQ(call->outcome.faults[0].rule, "early");
}

TEST_F(UpstreamTest, IsAskedAgainOnlyWhenItHasAnswered) {
  serve_both("rules: [{ id: r, when: { operation: CreateSecret }, then: { apply: twice } }]");
  EXPECT_THAT(ask("CreateSecret", kCreate), HasSubstr("200 OK"));
  EXPECT_TRUE(comes_to_inner(1 + 2)) << "one call is the outer's own, at its start";
  const auto asked = calls(*inner_, "CreateSecret");
  ASSERT_EQ(asked.size(), 2);
  EXPECT_LE(asked[0]->delivery.ended, asked[1]->arrival.at);
}

TEST_F(UpstreamTest, CountsItsTimeAsTheEngines) {
  serve_inner("rules: [{ id: slow, when: { operation: ListSecrets }, then: { delay: 50ms } }]");
  serve();
  ask("ListSecrets", "{}");
  const auto call = calls(*stage_, "ListSecrets").back();
  EXPECT_GE(call->engine, 50ms);
  EXPECT_EQ(call->injected, 0ms);
}

TEST_F(UpstreamTest, SaysThatItCannotBeReached) {
  serve_inner();
  serve();
  inner_->stop(world::Duration(0));
  inner_.reset();
  const auto answer = ask("CreateSecret", kCreate);
  EXPECT_THAT(answer, HasSubstr("502 Bad Gateway"));
  EXPECT_THAT(answer, HasSubstr("x-stunt-upstream-error: no_connection"));
  EXPECT_THAT(answer, HasSubstr(R"("__type":"StuntUpstreamError")"));
  EXPECT_EQ(last("CreateSecret").upstream_error, aws::UpstreamError::no_connection);
  EXPECT_EQ(last("CreateSecret").applied, std::nullopt) << "nobody knows";
}

TEST_F(UpstreamTest, SaysThatItIsLate) {
  serve_inner("rules: [{ id: slow, when: { operation: GetSecretValue }, then: { delay: 60s } }]");
  settings_.upstream.timeout = 50ms;
  serve();
  const auto answer = ask("GetSecretValue", kRead);
  EXPECT_THAT(answer, HasSubstr("504 Gateway Timeout"));
  EXPECT_THAT(answer, HasSubstr("x-stunt-upstream-error: timeout"));
  EXPECT_THAT(answer, HasSubstr("within 50ms"));
}

TEST_F(UpstreamTest, SaysThatItBroke) {
  serve_inner(
      "rules: [{ id: cut, when: { operation: GetSecretValue }, then: { connection: reset "
      "} }, { id: half, when: { operation: ListSecrets, nth: { from: 2 } }, then: { "
      "truncate: { fraction: 0.5, then: close } } }]");
  serve();
  EXPECT_THAT(ask("GetSecretValue", kRead), HasSubstr("x-stunt-upstream-error: broken"));
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("x-stunt-upstream-error: broken"));
  EXPECT_EQ(calls(*inner_, "GetSecretValue").size(), 1) << "nothing is asked twice";
}

TEST_F(UpstreamTest, LeavesNobodyWaitingWhenTheServerStops) {
  serve_inner("rules: [{ id: slow, when: { operation: GetSecretValue }, then: { delay: 60s } }]");
  serve();
  std::string answer = "none yet";
  std::thread client([&] { answer = ask("GetSecretValue", kRead); });
  EXPECT_TRUE(comes_to_inner(1 + 1)) << "one call is the outer's own, at its start";
  EXPECT_TRUE(stage_->stop(world::Duration(0)));
  client.join();
  EXPECT_EQ(answer, "");
}

TEST_F(UpstreamTest, ContradictsWhatIsTheEmulatorsOwn) {
  settings_.upstream.url = "http://localhost:1";
  const auto with = [&](auto change) {
    const auto before = settings_;
    change(settings_);
    const auto text = refusal();
    settings_ = before;
    return text;
  };
  EXPECT_THAT(with([](auto& s) { s.auth.verify = true; }), HasSubstr("--auth verify"));
  EXPECT_THAT(with([](auto& s) { s.state = "x"; }), HasSubstr("--state"));
  EXPECT_THAT(with([](auto& s) { s.fixtures = {"x"}; }), HasSubstr("--fixtures"));
  EXPECT_THAT(with([](auto& s) { s.rotation.mode = RotationSettings::Mode::none; }),
              HasSubstr("--rotation"));
  EXPECT_THAT(with([](auto& s) { s.replication_lag = 1s; }), HasSubstr("--replication-lag"));
  EXPECT_THAT(with([](auto& s) { s.replay.emplace().from = "x"; }), HasSubstr("--replay"));
  EXPECT_THAT(with([](auto& s) {
                s.upstream.url.clear();
                s.upstream.sign = true;
              }),
              HasSubstr("--upstream URL"));
}

TEST_F(UpstreamTest, AsksAwsOnlyWithCredentials) {
  settings_.upstream.url = "https://secretsmanager.us-east-1.amazonaws.com";
  EXPECT_THAT(refusal(), HasSubstr("--upstream-credentials env"));
}

TEST_F(UpstreamTest, HasNoRulesThatLookInside) {
  script(
      "rules:\n"
      "  - { id: half, phase: 'at:stage.moved', when: { operation: PutSecretValue }, then: { "
      "connection: close } }\n"
      "  - { id: old, when: { operation: GetSecretValue }, then: { stale: { lag: 1s } } }\n");
  settings_.upstream.url = "http://localhost:1";
  try {
    serve();
    FAIL();
  } catch (const input::BadInput& broken) {
    EXPECT_EQ(broken.problems.size(), 2);
    EXPECT_THAT(broken.what(), HasSubstr(".yaml:4:"));
    EXPECT_THAT(broken.what(), HasSubstr("rule 'half' has the phase at:stage.moved"));
    EXPECT_THAT(broken.what(), HasSubstr("rule 'old' has 'stale'"));
  }
}

}  // namespace
}  // namespace stunt::harness
