// SPDX-License-Identifier: MIT
// Each operation of the emulator without a socket: from the call that was read to the reply.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "aws/call.h"
#include "bench/operation_cases.h"
#include "bench/requests.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/secrets_manager.h"

namespace stunt::bench {
namespace {

constexpr int kSecrets = 1000;

std::string with_name(std::string_view text, std::string_view name) {
  constexpr std::string_view kName = "NAME";
  std::string result(text);
  for (auto at = result.find(kName); at != std::string::npos; at = result.find(kName)) {
    result.replace(at, kName.size(), name);
  }
  return result;
}

/// The same call about each of the secrets, read before anybody looks at the time.
class Calls {
 public:
  explicit Calls(const Step& step) {
    if (step.operation.empty()) return;
    requests_.reserve(kSecrets);
    for (int i = 0; i < kSecrets; ++i) {
      auto body = with_name(step.body, "bench/" + std::to_string(i));
      requests_.push_back(step.region.empty()
                              ? request(step.operation, std::move(body))
                              : signed_request(step.operation, std::move(body), step.region));
      calls_.push_back(aws::read_call(requests_.back(), emulator::secrets_manager()));
    }
  }

  auto begin() { return calls_.begin(); }
  auto end() { return calls_.end(); }

 private:
  std::vector<http::Request> requests_;
  std::vector<aws::Call> calls_;
};

/// An emulator with all the secrets, each of one version.
class Emulator {
 public:
  Emulator() {
    for (auto& call : Calls({"CreateSecret", kCreate})) answer(call);
  }

  aws::Outcome answer(aws::Call& call) {
    call.ordinal = ++ordinal_;
    return emulator_.answer(call);
  }

  /// Long enough for versions to grow old: a secret has room for so many young ones only.
  void an_hour_passes() { clock_.advance(std::chrono::hours(1)); }

 private:
  static constexpr std::string_view kCreate =
      R"({"Name":"NAME","SecretString":"correct horse","ClientRequestToken":)"
      R"("00000000-0000-4000-8000-000000000001"})";

  world::VirtualClock clock_{world::Instant(std::chrono::days(20454))};
  emulator::SecretsManager emulator_{
      {std::string(kRegion), std::string(kAccount)}, clock_, world::Random(42)};
  std::uint64_t ordinal_ = 0;
};

void run(benchmark::State& state, const Case& measured) {
  Emulator emulator;
  Calls before(measured.before), calls(measured.measured);
  while (state.KeepRunningBatch(kSecrets)) {
    state.PauseTiming();
    emulator.an_hour_passes();
    for (auto& call : before) emulator.answer(call);
    state.ResumeTiming();
    for (auto& call : calls) {
      const auto outcome = emulator.answer(call);
      if (outcome.reply && outcome.reply->status != 200) {
        return state.SkipWithError(outcome.reply->body.c_str());
      }
    }
  }
}

/// False, with a word about it, if an operation of the service is not measured.
bool register_all() {
  bool all = true;
  for (const auto& operation : emulator::secrets_manager().operations) {
    const auto found = std::ranges::find(operation_cases(), operation.name,
                                         [](const Case& one) { return one.measured.operation; });
    if (found == operation_cases().end()) {
      std::fprintf(stderr, "%s has no case in bench/operation_cases.cc\n",
                   std::string(operation.name).c_str());
      all = false;
      continue;
    }
    benchmark::RegisterBenchmark(std::string(operation.name).c_str(),
                                 [found](benchmark::State& state) { run(state, *found); });
  }
  return all;
}

}  // namespace
}  // namespace stunt::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv) || !stunt::bench::register_all()) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
