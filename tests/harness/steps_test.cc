// SPDX-License-Identifier: MIT
#include <future>

#include <gmock/gmock.h>

#include "harness/script/step_runner.h"
#include "play.h"
#include "world/calendar.h"

namespace stunt::harness {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using End = StepResult::End;

constexpr const char* kVirtual =
    "clock: { mode: virtual, start: \"2026-03-01T00:00:00Z\" }\n"
    "state: { region: up }\n";

class Steps : public test::Play {
 protected:
  std::string wrong(std::size_t step) {
    scope(0).steps().join();
    return scope(0).steps().results().at(step).text;
  }
};

TEST_F(Steps, SetupIsThereBeforeTheFirstCall) {
  serve(R"(
setup:
  - operation: CreateSecret
    input: { Name: a, SecretString: v1 }
    save: { arn: /ARN, version: /VersionId }
  - { operation: PutSecretValue, input: { SecretId: "${arn}", SecretString: "after ${version}" } }
)");
  EXPECT_THAT(ask("GetSecretValue", R"({"SecretId": "a"})"), HasSubstr("\"after "));
  EXPECT_TRUE(scope().director().counts().empty());
}

TEST_F(Steps, CallsOfAScriptGetATokenAsThoseOfAnSdkDo) {
  serve(R"(
setup:
  - { operation: CreateSecret, input: { Name: a, SecretString: same }, save: { first: /VersionId } }
  - { operation: PutSecretValue, input: { SecretId: a, SecretString: same } }
  - { operation: CreateSecret, input: { Name: b, SecretString: "${first}" } }
)");
  const auto first = ask("GetSecretValue", R"({"SecretId": "b"})");
  const auto version = first.substr(first.find("\"SecretString\":\"") + 16, 36);
  EXPECT_THAT(ask("GetSecretValue", R"({"SecretId": "a", "VersionId": ")" + version + "\"}"),
              HasSubstr("AWSPREVIOUS"));
}

TEST_F(Steps, CallsOfAScriptAndOfClientsAreNumberedTogether) {
  serve(R"(
setup: [{ operation: CreateSecret, input: { Name: a, SecretString: v } }]
steps:
  - await: { calls: { operation: GetSecretValue }, count: 1, within: 20s }
  - call: { operation: DescribeSecret, input: { SecretId: a } }
)");
  ask("GetSecretValue", R"({"SecretId": "a"})");
  EXPECT_THAT(ends(), ElementsAre(End::done, End::done));
  std::vector<std::string> calls;
  for (const auto& entry : scope().journal().snapshot().entries) {
    calls.push_back(std::to_string(entry.seq()) + " " + std::string(entry.call().operation));
  }
  EXPECT_THAT(calls, ElementsAre("1 CreateSecret", "2 GetSecretValue", "3 DescribeSecret"));
}

TEST_F(Steps, ARefusedSetupSaysWhereAndWhy) {
  try {
    serve("setup: [{ operation: DeleteSecret, input: { SecretId: nope } }]\n");
    FAIL() << "the setup was refused, and nobody said so";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr(".yaml:3:9: the script's DeleteSecret is refused: "
                                        "ResourceNotFoundException: "));
  }
}

TEST_F(Steps, MoveTheClockAndTheMachines) {
  serve(std::string(kVirtual) + R"(
rules:
  - { id: down, when: { state: { region: down } }, then: { error: ServiceUnavailable } }
steps:
  - { advance: 2h, setState: { region: down }, mark: broken }
  - { at: 3h, after: broken }
)");
  EXPECT_THAT(ends(), ElementsAre(End::done, End::done));
  EXPECT_EQ(world::rfc3339(scope().clock().now()), "2026-03-01T03:00:00.000Z");
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("503"));
}

TEST_F(Steps, EnableAndDisableRules) {
  serve(R"(
rules:
  - { id: off, enabled: false, when: { operation: ListSecrets }, then: { error: InternalFailure } }
  - { id: "on", when: { operation: GetRandomPassword }, then: { error: InternalFailure } }
steps:
  - await: { calls: { operation: ListSecrets }, count: 1, within: 20s }
  - { enable: "off", disable: "on" }
)");
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("200 OK"));
  EXPECT_THAT(ends(), ElementsAre(End::done, End::done));
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("500"));
  EXPECT_THAT(ask("GetRandomPassword", "{}"), HasSubstr("200 OK"));
}

TEST_F(Steps, AwaitWhatHasArrivedAlready) {
  serve(std::string(kVirtual) + R"(
steps:
  - { await: { calls: { operation: ListSecrets }, count: { atLeast: 2 }, within: 20s } }
  - { call: { operation: CreateSecret, input: { Name: done } } }
)");
  ask("ListSecrets", "{}");
  ask("ListSecrets", "{}");
  EXPECT_THAT(ends(), ElementsAre(End::done, End::done));
  EXPECT_THAT(ask("DescribeSecret", R"({"SecretId": "done"})"), HasSubstr("200 OK"));
}

TEST_F(Steps, AwaitInVainEndsTheScript) {
  serve(R"(
steps:
  - { await: { calls: { operation: PutSecretValue }, within: 1ms } }
  - { mark: never }
)");
  EXPECT_THAT(ends(), ElementsAre(End::nobody, End::left_out));
  EXPECT_THAT(wrong(0), HasSubstr("waited 1ms in vain for at least 1 call: "));
  EXPECT_THAT(wrong(0), HasSubstr("PutSecretValue"));
}

TEST_F(Steps, NobodyCallsWhenAllClientsHaveLeft) {
  serve("steps: [{ await: { calls: { operation: PutSecretValue }, within: 1h } }]\n");
  scope(0).steps().clients_left();
  EXPECT_THAT(ends(), ElementsAre(End::nobody));
  EXPECT_THAT(wrong(0),
              HasSubstr("waited until the command had ended in vain for at least 1 call"));
}

TEST_F(Steps, AStopEndsAWait) {
  serve("steps: [{ at: 1h }, { mark: never }]\n");
  stage_->stop(world::Duration(0));
  EXPECT_THAT(ends(), ElementsAre(End::left_out, End::left_out));
}

TEST_F(Steps, AVirtualDelayIsWaitedForByTheClock) {
  serve(R"(
clock: { mode: virtual, delays: virtual }
rules:
  - { id: slow, when: { operation: ListSecrets }, then: { delay: 10h } }
)");
  auto answer = std::async(std::launch::async, [&] { return ask("ListSecrets", "{}"); });
  ASSERT_TRUE(scope().journal().wait_for({}, 1, 20s));
  scope().advance(9h);
  EXPECT_EQ(scope().journal().snapshot().entries.at(0).outcome, std::nullopt);
  scope().advance(1h);
  EXPECT_THAT(answer.get(), HasSubstr("200 OK"));
  // The client has it a moment before the journal has.
  scenarios::Match ended;
  ended.outcome = aws::OutcomeKind::ok;
  ASSERT_TRUE(scope().journal().wait_for(ended, 1, 20s));
  EXPECT_EQ(scope().journal().snapshot().entries.at(0).exchange->injected, 10h);
}

TEST_F(Steps, AClockMayRunFromAnotherMomentOn) {
  serve("clock: { mode: offset, start: \"2031-05-06T07:08:09Z\" }\n");
  EXPECT_THAT(ask("ListSecrets", "{}"), HasSubstr("06 May 2031 07:08:"));
}

}  // namespace
}  // namespace stunt::harness
