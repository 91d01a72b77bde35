// SPDX-License-Identifier: MIT
#include "scenarios/load.h"

#include <gtest/gtest.h>

#include "secrets_manager_table.h"

namespace stunt::scenarios {
namespace {

constexpr const char* kHead = "version: 1\nscenario: x\n";

Scenario loaded(const std::string& text) { return load_text(text, "f", test::secrets_manager()); }

std::string refusal(const std::string& text) {
  try {
    loaded(text);
  } catch (const input::BadInput& bad) {
    return bad.what();
  }
  return "";
}

TEST(Load, ReadsAScenario) {
  const auto scenario = loaded(R"(version: 1
scenario: retry/storm
description: What goes wrong.
seed: 42
rules:
  - id: a
    priority: 3
    when: { operation: [GetSecretValue, "List*"], secretId: prod/*, nth: 2, probability: 0.5 }
    phase: after
    then: { error: ThrottlingException, delay: 1s }
    times: 4
  - id: b
    enabled: false
    then: { delay: 0 }
)");
  EXPECT_EQ(scenario.name, "retry/storm");
  EXPECT_EQ(scenario.description, "What goes wrong.");
  EXPECT_EQ(scenario.seed, 42u);
  EXPECT_EQ(scenario.file, "f");
  ASSERT_EQ(scenario.rules.size(), 2u);
  const auto& a = scenario.rules[0];
  EXPECT_EQ(a.id, "a");
  EXPECT_TRUE(a.enabled);
  EXPECT_EQ(a.priority, 3);
  ASSERT_EQ(a.when.match.operations.size(), 2u);
  EXPECT_EQ(a.when.match.operations[1].conditions().glob->pattern(), "List*");
  EXPECT_EQ(a.when.match.secret->to_json(), "prod/*");
  EXPECT_TRUE(a.when.nth->includes(2));
  EXPECT_EQ(a.when.probability, 0.5);
  EXPECT_EQ(a.phase, aws::Phase::after);
  ASSERT_EQ(a.then.size(), 2u);
  EXPECT_EQ(a.then[0].kind, "delay");
  EXPECT_EQ(a.then[1].kind, "error");
  EXPECT_EQ(a.times, 4u);
  EXPECT_EQ(to_string(a.at), "f:6:5");
  const auto& b = scenario.rules[1];
  EXPECT_FALSE(b.enabled);
  EXPECT_EQ(b.priority, 0);
  EXPECT_TRUE(b.when.match.operations.empty());
  EXPECT_FALSE(b.when.match.secret);
  EXPECT_FALSE(b.when.nth);
  EXPECT_FALSE(b.when.probability);
  EXPECT_EQ(b.phase, aws::Phase::before);
  EXPECT_FALSE(b.times);
}

TEST(Load, TellsSyntaxErrorsAlone) {
  EXPECT_EQ(refusal("sed: 1\nrules: [{]\n").substr(0, 6), "f:2:10");
  EXPECT_EQ(refusal(""), "f: is empty");
}

TEST(Load, TellsTheFilesMistakesAndYamlsTogether) {
  EXPECT_EQ(refusal(std::string(kHead) + "seed: 1\nseed: 2\nsweep: []\n"),
            "f:4:1: the key 'seed' stands here twice; the first is in line 3\n"
            "f:5:1: /sweep: 'sweep' is not supported by this version; here it supports: $schema, "
            "version, scenario, description, tags, seed, scope, clock, record, replay, vars, state "
            "and 4 more");
}

TEST(Load, TakesManyRules) {
  std::string text = std::string(kHead) + "rules:\n";
  const auto rule = [](std::size_t i) {
    return "- {id: r" + std::to_string(i) + ", when: {secretId: \"s?" + std::to_string(i) +
           "\"}, then: {delay: 0}}\n";
  };
  for (std::size_t i = 0; i < kMostRules; ++i) text += rule(i);
  EXPECT_EQ(loaded(text).rules.size(), kMostRules);
  EXPECT_EQ(refusal(text + rule(kMostRules)),
            "f:4:1: /rules: more than 10000 rules; split the file");
}

TEST(Load, LimitsPatterns) {
  const auto with = [](const std::string& pattern) {
    return refusal(std::string(kHead) + "rules: [{id: a, when: {secretId: \"" + pattern +
                   "\"}, then: {delay: 0}}]");
  };
  EXPECT_EQ(with(std::string(2048, 'x')), "");
  EXPECT_EQ(with(std::string(2049, 'x')),
            "f:3:34: /rules/0/when/secretId: the pattern is longer than 2048 bytes; no name is "
            "that long");
  EXPECT_EQ(with(std::string(32, '*')), "");
  EXPECT_EQ(with(std::string(33, '*')),
            "f:3:34: /rules/0/when/secretId: the pattern has more than 32 wildcards; use fewer");
}

TEST(Load, DoesNotDrownInProblems) {
  std::string text = std::string(kHead) + "rules:\n";
  for (int i = 0; i < 5000; ++i) text += "- {id: " + std::to_string(i) + "}\n";
  try {
    loaded(text);
    FAIL();
  } catch (const input::BadInput& bad) {
    EXPECT_EQ(bad.problems.size(), input::Problems::kMost);
  }
}

TEST(Load, ReadsConditionsAndLimits) {
  const auto scenario = loaded(R"(version: 1
scenario: x
vars: { team: blue, most: 3 }
state: { breaker: closed }
rules:
  - id: a
    when:
      state: { breaker: open }
      header: { x-team: "${team}" }
      nth: 2
      nthBy: invocation
      window: { from: 1s, to: 2s }
    phase: at:stage.moved
    then: { error: InternalServiceError }
    maxActive: ${most}
    mustFire: false
)");
  EXPECT_EQ(scenario.machines.initial.at("breaker"), "closed");
  const auto& rule = scenario.rules.at(0);
  EXPECT_EQ(rule.when.match.states.at(0), std::pair(std::string("breaker"), std::string("open")));
  EXPECT_TRUE(rule.when.match.headers.at(0).second.matches("blue"));
  EXPECT_EQ(rule.when.nth_by, NthBy::invocation);
  EXPECT_EQ(rule.when.window->from, std::chrono::seconds(1));
  EXPECT_EQ(rule.when.window->to, std::chrono::seconds(2));
  EXPECT_EQ(rule.phase, aws::Phase::at_stage_moved);
  EXPECT_EQ(rule.max_active, 3u);
  EXPECT_FALSE(rule.must_fire());
}

TEST(Load, LimitsRegularExpressions) {
  const auto with = [](const std::string& pattern) {
    return refusal(std::string(kHead) + "rules: [{id: a, when: {secretId: {regex: \"" + pattern +
                   "\"}}, then: {delay: 0}}]");
  };
  EXPECT_EQ(with(std::string(2048, 'x')), "");
  EXPECT_NE(with(std::string(2049, 'x')).find("longer than 2048 bytes"), std::string::npos);
  std::string large;
  for (int i = 0; i < 40; ++i) large += "(\\\\pL{900})";
  EXPECT_NE(with(large).find("pattern too large"), std::string::npos) << "memory is bounded";
}

TEST(Load, LimitsTheMembersOfABody) {
  std::string body;
  for (int i = 0; i < 501; ++i) body += (i ? ", m" : "m") + std::to_string(i) + ": 1";
  EXPECT_EQ(refusal(std::string(kHead) + "rules: [{id: a, when: {body: {" + body +
                    "}}, then: {delay: 0}}]"),
            "f:3:30: /rules/0/when/body: more than 500 members; no request has so many");
}

}  // namespace
}  // namespace stunt::scenarios
