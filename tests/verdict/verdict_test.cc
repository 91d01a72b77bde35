// SPDX-License-Identifier: MIT
#include "verdict/verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "script.h"

namespace stunt::verdict {
namespace {

using test::Line;
using test::Script;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

Line get() { return Line("GetSecretValue", {{"SecretId", "a"}}); }

Script called() {
  Script script;
  script.add(get());
  return script;
}

Status status_of(const Evidence& evidence, std::string_view expect = "[]") {
  return judge(test::expectations(expect), evidence, {}).status;
}

Evidence with_exit(const Script& script, Exit exit) {
  auto evidence = script.evidence();
  evidence.exit = exit;
  return evidence;
}

TEST(Verdict, IsTheWorstOfItsFindings) {
  const auto script = called();
  const auto evidence = script.evidence();
  constexpr std::string_view kPass = "{never: {operation: DeleteSecret}}";
  constexpr std::string_view kFail = "{calls: {operation: DeleteSecret}}";
  constexpr std::string_view kInconclusive = "{unusedRecordings: fail}";
  const auto of = [&](std::string items) { return status_of(evidence, "[" + items + "]"); };
  const std::string pass(kPass), fail(kFail), inconclusive(kInconclusive);
  EXPECT_EQ(of(""), Status::pass);
  EXPECT_EQ(of(pass), Status::pass);
  EXPECT_EQ(of(pass + "," + inconclusive), Status::inconclusive);
  EXPECT_EQ(of(inconclusive + "," + fail + "," + pass), Status::fail);
}

TEST(Verdict, HasAnExitCode) {
  EXPECT_EQ(exit_code(Status::pass), 0);
  EXPECT_EQ(exit_code(Status::fail), 1);
  EXPECT_EQ(exit_code(Status::error), 2);
  EXPECT_EQ(exit_code(Status::inconclusive), 3);
}

TEST(Verdict, ExpectsThatTheCommandExitsWithZero) {
  const auto script = called();
  const auto of = [&](Exit exit, std::string_view expect = "[]") {
    return status_of(with_exit(script, exit), expect);
  };
  using How = Exit::How;
  EXPECT_EQ(of({How::exited, 0}), Status::pass);
  EXPECT_EQ(of({How::exited, 1}), Status::fail);
  EXPECT_EQ(of({How::killed, 9}), Status::fail);
  EXPECT_EQ(of({How::not_started, 2}), Status::error);
  EXPECT_EQ(of({How::exited, 1}, "[exit: any]"), Status::pass);
  EXPECT_EQ(of({How::killed, 9}, "[exit: any]"), Status::pass);
  EXPECT_EQ(of({How::exited, 3}, "[exit: 3]"), Status::pass);
  EXPECT_EQ(of({How::exited, 0}, "[exit: 3]"), Status::fail);
  EXPECT_EQ(of({How::killed, 3}, "[exit: 3]"), Status::fail);
  EXPECT_EQ(status_of(script.evidence(), "[exit: 0]"), Status::inconclusive);
}

TEST(Verdict, OfARunWithoutCallsIsInconclusive) {
  Script script;
  script.add(get().caller(Caller::setup));
  constexpr std::string_view kExpect = "[{calls: {operation: GetSecretValue}}]";
  const auto verdict = judge(test::expectations(kExpect), script.evidence(), {});
  EXPECT_EQ(verdict.status, Status::inconclusive);
  EXPECT_EQ(verdict.findings.back().name, "some call arrives");
  EXPECT_THAT(verdict.findings.back().details, Contains(HasSubstr("boto3 does from 1.28.0")));
  script.add(get().caller(Caller::steps));
  EXPECT_EQ(status_of(script.evidence(), kExpect), Status::fail);
}

TEST(Verdict, NamesRulesThatNeverFired) {
  const auto script = called();
  auto evidence = script.evidence();
  scenarios::Match match;
  match.operations.emplace_back(scenarios::Glob("GetSecretValue"));
  match.secret.emplace("prod/db");
  evidence.rules = {{"fired", 2, 1, true},
                    {"need-not", 0, 0, false},
                    {"misses", 0, 0, true, match},
                    {"kept-back", 3, 0, true, match}};
  const auto verdict = judge({}, evidence, {});
  EXPECT_EQ(verdict.status, Status::fail);
  ASSERT_EQ(verdict.findings.size(), 2u);
  EXPECT_EQ(verdict.findings[0].name, "rule misses fires");
  EXPECT_THAT(verdict.findings[0].details,
              ElementsAre("nearly: #1 GetSecretValue of a: the secret is another",
                          "if it need not fire, say so with mustFire: false"));
  EXPECT_THAT(verdict.findings[1].text, HasSubstr("3 calls met its conditions"));
}

TEST(Verdict, IsInDoubtWhenCallsCouldNotBeKept) {
  scenarios::Board board;
  Journal journal(emulator::secrets_manager(), board, {.calls = 1});
  const auto arrive = [&](std::uint64_t seq) {
    auto one = std::make_shared<aws::Exchange>();
    one->request.headers.add("X-Amz-Target", "secretsmanager.GetSecretValue");
    one->call = aws::read_call(one->request, emulator::secrets_manager());
    one->call.seq = seq;
    one->outcome.reply.emplace();
    journal.arrived(*one, Caller::client);
    journal.finished(one);
  };
  arrive(1);
  arrive(2);
  Evidence evidence{emulator::secrets_manager(), board, journal.snapshot()};
  const auto of = [&](std::string_view expect) { return status_of(evidence, expect); };
  EXPECT_EQ(of("[]"), Status::inconclusive);
  EXPECT_EQ(of("[{calls: {}, count: 2}]"), Status::inconclusive);
  EXPECT_EQ(of("[{never: {}}]"), Status::fail);
  EXPECT_EQ(judge({}, evidence, {}).exchanges, 2u);
}

TEST(Verdict, KeepsTheRowsThatItsFindingsName) {
  Script script;
  script.add(get()).add(Line("DeleteSecret", {{"SecretId", "a"}})
                            .attempt("i", 2)
                            .error("InternalServiceError", 500)
                            .struck_by("break-it")
                            .struck_by("break-it"));
  const auto verdict =
      judge(test::expectations("[{never: {operation: DeleteSecret}}]"), script.evidence(), {});
  ASSERT_EQ(verdict.rows.size(), 1u);
  const auto& row = verdict.rows[0];
  EXPECT_EQ(row.seq, 2u);
  EXPECT_EQ(row.time, std::chrono::seconds(2));
  EXPECT_EQ(row.operation, "DeleteSecret");
  EXPECT_EQ(row.secret, "a");
  EXPECT_EQ(row.attempt, 2u);
  EXPECT_EQ(row.outcome, "serverError");
  EXPECT_THAT(row.faults, ElementsAre("break-it")) << "each rule once";
}

TEST(Verdict, TellsHowManyCallsCameWithoutTheScenariosOwn) {
  Script script;
  script.add(get()).add(get().caller(Caller::setup)).add(get().caller(Caller::steps));
  EXPECT_EQ(judge({}, script.evidence(), {}).exchanges, 1u);
}

TEST(Verdict, ListsRecordingsThatNobodyAskedFor) {
  const auto script = called();
  auto evidence = script.evidence();
  evidence.unused_recordings.emplace();
  EXPECT_EQ(status_of(evidence, "[unusedRecordings: fail]"), Status::pass);
  evidence.unused_recordings = {{17, "GetSecretValue", "prod/db"}};
  EXPECT_EQ(status_of(evidence, "[unusedRecordings: fail]"), Status::fail);
  const auto verdict = judge(test::expectations("[unusedRecordings: warn]"), evidence, {});
  EXPECT_EQ(verdict.status, Status::pass);
  EXPECT_THAT(verdict.findings[0].details, ElementsAre("recorded #17 GetSecretValue of prod/db"));
}

}  // namespace
}  // namespace stunt::verdict
