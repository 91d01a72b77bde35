// SPDX-License-Identifier: MIT
// What rules cost a request that none of them is about: 0 or 1,000 of each kind, in front of an
// engine that does nothing.

#include <string>

#include <benchmark/benchmark.h>

#include "aws/call.h"
#include "bench/requests.h"
#include "emulator/model/secrets_manager.h"
#include "scenarios/director.h"
#include "scenarios/load.h"

namespace stunt::bench {
namespace {

constexpr const char* kBody = R"({"SecretId": "payments/db-7", "VersionStage": "AWSCURRENT"})";

/// Rules whose `when` is this, with the number of each for '#'.
std::vector<scenarios::Rule> rules(std::string_view when, int count) {
  std::string text = "version: 1\nscenario: bench\nstate: {breaker: closed}\nrules:\n";
  for (int i = 0; i < count; ++i) {
    const auto number = std::to_string(i);
    std::string own(when);
    for (auto at = own.find('#'); at != own.npos; at = own.find('#')) own.replace(at, 1, number);
    text += "- {id: r" + number + ", when: " + own + ", then: {error: ThrottlingException}}\n";
  }
  if (count == 0) return {};
  return scenarios::load_text(text, "bench", emulator::secrets_manager()).rules;
}

void measure(benchmark::State& state, std::string_view when, int count) {
  const world::SystemClock clock;
  scenarios::Board board(scenarios::Board::States{{"breaker", "closed"}});
  scenarios::Director director(rules(when, count), emulator::secrets_manager(), world::Random(0),
                               clock, board);
  const auto handler = director.inject()([](const aws::Call&) { return aws::Outcome(); });
  const auto asked = signed_request("GetSecretValue", kBody, "us-east-1");
  const auto call = aws::read_call(asked, emulator::secrets_manager());
  for (auto _ : state) benchmark::DoNotOptimize(handler(call));
  for (const auto& rule : director.counts()) {
    if (rule.matched > 0) state.SkipWithError("a rule matches");
  }
}

struct Case {
  const char* name;
  const char* when;
};

constexpr Case kCases[] = {
    {"other_operation", "{operation: PutSecretValue}"},
    {"name", "{secretId: orders/db-#}"},
    {"any_operation_name", "{operation: \"*\", secretId: orders/db-#}"},
    {"glob", "{secretId: \"orders/db-#-*\"}"},
    {"any_operation_glob", "{operation: \"*\", secretId: \"orders/db-#-*\"}"},
    {"glob_same_head", "{secretId: \"payments/*-r#\"}"},
    {"glob_inside", "{secretId: \"*/api-#-*\"}"},
    {"regex", "{secretId: {regex: \"orders/db-#-[a-z]+\"}}"},
    {"regex_anywhere", "{secretId: {regex: \".*/api-#\"}}"},
    {"attempt", "{attempt: {from: 2}}"},
    {"client", "{client: {accessKeyId: AKIA#*}}"},
    {"header", "{header: {x-team: team-#}}"},
    {"body", "{operation: GetSecretValue, body: {VersionStage: stage-#}}"},
    {"body_pointer", "{operation: GetSecretValue, bodyPointer: {/VersionStage: stage-#}}"},
    {"state", "{state: {breaker: open}}"},
};

}  // namespace
}  // namespace stunt::bench

int main(int count, char** arguments) {
  using namespace stunt::bench;
  benchmark::Initialize(&count, arguments);
  benchmark::RegisterBenchmark("no_rules", [](auto& state) { measure(state, "{}", 0); });
  for (const auto& [name, when] : kCases) {
    benchmark::RegisterBenchmark((std::string(name) + "/1000").c_str(), measure, when, 1000)
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::RunSpecifiedBenchmarks();
}
