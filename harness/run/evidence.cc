// SPDX-License-Identifier: MIT
#include "harness/run/evidence.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "emulator/model/secrets_manager.h"

namespace stunt::harness {
namespace {

std::vector<verdict::RuleCount> counts_of(const scenarios::Director& director) {
  std::vector<verdict::RuleCount> counts;
  const auto rules = director.rules();
  for (const auto& count : director.counts()) {
    verdict::RuleCount rule{count.rule, count.matched, count.struck, count.must_fire};
    const auto same = std::find_if(rules.begin(), rules.end(),
                                   [&](const auto& known) { return known.id == count.rule; });
    if (same != rules.end()) rule.match = same->when.match;
    counts.push_back(std::move(rule));
  }
  return counts;
}

std::vector<verdict::UnusedRecording> unused_in(const recorder::Replay& replay) {
  std::vector<verdict::UnusedRecording> unused;
  for (auto& [seq, operation, secret] : replay.unused()) {
    unused.push_back({seq, std::move(operation), std::move(secret)});
  }
  return unused;
}

verdict::Written read_back(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {path.string(), {std::istreambuf_iterator<char>(file), {}}};
}

}  // namespace

verdict::Evidence engine_of(Scope& scope) {
  verdict::Evidence evidence{emulator::secrets_manager(), scope.board()};
  if (scope.has_engine()) {
    evidence.ask = [&scope](std::string_view operation, const aws::Json& input) {
      return scope.own_calls().reply(operation, input);
    };
  }
  return evidence;
}

verdict::Evidence evidence_of(Scope& scope) {
  auto evidence = engine_of(scope);
  evidence.journal = scope.journal().snapshot();
  evidence.rules = counts_of(scope.director());
  evidence.before = scope.before();
  evidence.started = scope.started_ticks();
  if (scope.replay()) evidence.unused_recordings = unused_in(*scope.replay());
  if (const auto transcript = scope.transcript(); !transcript.empty()) {
    evidence.written = [transcript] { return std::vector{read_back(transcript)}; };
  }
  return evidence;
}

}  // namespace stunt::harness
