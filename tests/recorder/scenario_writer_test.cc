// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "formats.h"
#include "scenarios/load.h"
#include "scenarios/write.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using aws::Phase;

constexpr const char* kArn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:a-b-a1B2c3";

test::Act call(std::string_view operation, const Json& body = {{"SecretId", "prod/db"}}) {
  return test::Act(operation, body, emulator::secrets_manager());
}

test::Act get() { return call("GetSecretValue"); }

/// The rules that become of exchanges, as the loader understands them.
Json rules(const std::vector<test::Act>& acts, Losses& losses) {
  test::Tape tape(emulator::secrets_manager());
  for (const auto& act : acts) tape.add(act);
  const auto text = test::exported(tape.text(), ExportFormat::scenario, losses);
  try {
    const auto scenario = scenarios::load_text(text, "exported.yaml", emulator::secrets_manager());
    return Json::parse(scenarios::write(scenario))["rules"];
  } catch (const input::BadInput& bad) {
    ADD_FAILURE() << bad.what() << "\n" << text;
    return {};
  }
}

Json rules(const std::vector<test::Act>& acts) {
  Losses losses;
  auto json = rules(acts, losses);
  EXPECT_EQ(test::printed(losses),
            "lost: that the clock was virtual: delays are waited for (the header)\n");
  return json;
}

aws::FiredFault fault(std::string action, Phase phase = Phase::before) {
  return {.rule = "r", .phase = phase, .action = std::move(action)};
}

Json then(const test::Act& act) { return rules({act}).at(0).at("then"); }

TEST(ScenarioWriter, CountsTheArrivalsOfOperationAndSecret) {
  const auto slow = fault("delay:250000us");
  const auto told = rules({get(), call("DescribeSecret"), get().fault(slow), get().fault(slow),
                           call("GetSecretValue", {{"SecretId", "other"}}).fault(slow)});
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0], (Json{{"id", "r"},
                           {"when",
                            {{"operation", "GetSecretValue"},
                             {"secretId", "prod/db"},
                             {"nth", {{"from", 2}, {"to", 3}}}}},
                           {"then", {{"delay", "250ms"}}}}));
  EXPECT_EQ(told[1].at("id"), "r-2");
  EXPECT_EQ(told[1].at("when").at("nth"), 1);
}

TEST(ScenarioWriter, TakesANameAndItsArnForOneSecret) {
  const auto slow = fault("delay:1000us");
  const auto told = rules({call("GetSecretValue", {{"SecretId", "a-b"}}),
                           call("GetSecretValue", {{"SecretId", kArn}}).fault(slow)});
  EXPECT_EQ(told.at(0).at("when").at("secretId"), "a-b");
  EXPECT_EQ(told.at(0).at("when").at("nth"), 2);
}

TEST(ScenarioWriter, SaysAnErrorAsItWasSent) {
  const auto error = get()
                         .answer(429, {{"__type", "ThrottlingException"}, {"message", "${slow}"}})
                         .answer_header("x-amz-retry-after", "300")
                         .fault(fault("error:ThrottlingException", Phase::after));
  const auto told = rules({error}).at(0);
  EXPECT_EQ(told.at("phase"), "after");
  // The canonical form writes "${" as the exporter does.
  EXPECT_EQ(told.at("then").at("error"), (Json{{"code", "ThrottlingException"},
                                               {"message", "$${slow}"},
                                               {"status", 429},
                                               {"retryAfter", "300ms"}}));
}

TEST(ScenarioWriter, SaysAThrottledCallAsThatCallsError) {
  const auto act = get()
                       .answer(400, {{"__type", "ThrottlingException"}, {"message", "Slow"}})
                       .fault(fault("throttle:ThrottlingException"));
  EXPECT_EQ(then(act).at("error").at("code"), "ThrottlingException");
}

TEST(ScenarioWriter, SendsAnErrorThatTheOperationDoesNotDeclare) {
  const auto act = get().answer(418, {{"__type", "Teapot"}}).fault(fault("error:Teapot"));
  EXPECT_EQ(then(act).at("error").at("unmodelled"), true);
}

TEST(ScenarioWriter, SaysHowConnectionsEnded) {
  for (const char* kind : {"reset", "close", "hang", "closeIdle"}) {
    EXPECT_EQ(then(get().fault(fault(std::string("connection:") + kind))).at("connection"), kind);
  }
}

TEST(ScenarioWriter, SaysWhereAnAnswerWasCut) {
  const auto cut = [](http::Delivery::End end) {
    return then(get().fault(fault("truncate:17")).ended(end, 90)).at("truncate");
  };
  EXPECT_EQ(cut(http::Delivery::End::closed), (Json{{"bytes", 17}}));
  EXPECT_EQ(cut(http::Delivery::End::reset), (Json{{"bytes", 17}, {"then", "reset"}}));
  EXPECT_EQ(cut(http::Delivery::End::timed_out), (Json{{"bytes", 17}, {"then", "hang"}}));
}

TEST(ScenarioWriter, SaysOtherSettings) {
  const auto told = [](const std::string& action) { return then(get().fault(fault(action))); };
  EXPECT_EQ(told("dribble:20/4000000us,headers/1000000us").at("dribble"),
            (Json{{"chunks", 20}, {"over", "4s"}, {"headersOver", "1s"}}));
  EXPECT_EQ(told("dribble:100B/s").at("dribble"), (Json{{"bytesPerSecond", 100}}));
  EXPECT_EQ(told("stale:lag=2000000us").at("stale"), (Json{{"lag", "2s"}}));
  EXPECT_EQ(told("stale:versionsBack=1").at("stale"), (Json{{"versionsBack", 1}}));
  EXPECT_EQ(told("clockSkew:-10m").at("clockSkew"), "-10m");
  EXPECT_EQ(told("refuse:5000000us").at("refuse"), "5s");
  EXPECT_EQ(told("mark:here").at("mark"), "here");
  EXPECT_EQ(told("corrupt:malformedJson,contentLength-5").at("corrupt"),
            (Json{{"body", "malformedJson"}, {"contentLength", -5}}));
  const auto put = [](const std::string& action) {
    return then(call("PutSecretValue").fault(fault(action)));
  };
  EXPECT_EQ(put("apply:twice").at("apply"), "twice");
  EXPECT_EQ(put("apply:later:3000000us"), (Json{{"apply", "later"}, {"applyAfter", "3s"}}));
}

TEST(ScenarioWriter, KeepsWhatOneRuleDidTogether) {
  const auto act = get()
                       .fault(fault("delay:1000000us"))
                       .fault(fault("truncate:10"))
                       .fault(fault("connection:reset"))
                       .ended(http::Delivery::End::reset, 90);
  EXPECT_EQ(then(act),
            (Json{{"delay", "1s"}, {"truncate", {{"bytes", 10}}}, {"connection", "reset"}}));
}

TEST(ScenarioWriter, MakesAPatchOfWhatWasEdited) {
  const auto act = get()
                       .real(200, {{"Name", "prod/db"}, {"VersionStages", {"AWSCURRENT"}}})
                       .answer(200, {{"Name", "wrong"}})
                       .fault(fault("merge", Phase::after));
  const auto patch = then(act).at("patch");
  EXPECT_EQ(patch.size(), 2u) << patch;
}

TEST(ScenarioWriter, TellsWhatItCannotSay) {
  Losses losses;
  const auto told =
      rules({get().fault(fault("setState:region=down")), get().fault(fault("clockSkew:refused")),
             call("CreateSecret", {{"Name", "x"}, {"SecretString", "hunter22"}}),
             call("GetSecretValue", {{"SecretId", "hunter22"}}).fault(fault("delay:1000us"))},
            losses);
  const auto lost = test::printed(losses);
  EXPECT_NE(lost.find("setState"), std::string::npos) << lost;
  EXPECT_NE(lost.find("how far a refused call's clock was off (seq 2)"), std::string::npos) << lost;
  EXPECT_NE(lost.find("its name was redacted (seq 4)"), std::string::npos) << lost;
  // All calls of the operation are counted, then.
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].at("when"), (Json{{"operation", "GetSecretValue"}, {"nth", 3}}));
}

TEST(ScenarioWriter, TellsThatHeadersOfARuleAreLost) {
  Losses losses;
  rules({get()
             .answer(500, {{"__type", "InternalServiceError"}})
             .answer_header("x-test", "yes")
             .fault(fault("error:InternalServiceError"))},
        losses);
  EXPECT_NE(test::printed(losses).find("lost: a header that a rule added (seq 1)"),
            std::string::npos);
}

TEST(ScenarioWriter, MakesAFileWithoutRulesOfARunWithoutFaults) {
  EXPECT_EQ(rules({get()}), Json::array());
}

}  // namespace
}  // namespace stunt::recorder
