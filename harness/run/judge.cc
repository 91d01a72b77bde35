// SPDX-License-Identifier: MIT
#include "harness/run/judge.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "emulator/model/secrets_manager.h"

namespace stunt::harness {
namespace {

using verdict::Finding;
using verdict::Status;

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : " + ") + part;
  return text;
}

std::vector<std::string> texts(const std::vector<std::filesystem::path>& paths) {
  std::vector<std::string> names;
  for (const auto& path : paths) names.push_back(path.string());
  return names;
}

std::vector<verdict::RuleCount> counts_of(const Scope& scope, const scenarios::Director& director) {
  std::vector<verdict::RuleCount> counts;
  const auto& rules = scope.script().rules;
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

/// What the script itself came to; nothing if it was played to its end.
std::optional<Finding> finding_of(const StepRunner& steps) {
  using End = StepResult::End;
  const auto& results = steps.results();
  const auto wrong = std::find_if(results.begin(), results.end(),
                                  [](const auto& result) { return result.end != End::done; });
  if (wrong == results.end()) return std::nullopt;
  const auto& step = *wrong->step;
  Finding finding;
  finding.name = step.name.empty() ? "step at " + to_string(step.place)
                                   : "step " + step.name + " at " + to_string(step.place);
  finding.status = wrong->end == End::failed ? Status::fail : Status::inconclusive;
  finding.text = wrong->end == End::left_out ? "the run ended before it" : wrong->text;
  if (const auto left = results.end() - wrong - 1; left > 0) {
    finding.details.push_back("left out: " + std::to_string(left) +
                              (left == 1 ? " step" : " steps") + " behind it");
  }
  return finding;
}

}  // namespace

verdict::Verdict judge(Scope& scope, const StepRunner& steps, std::optional<verdict::Exit> exit,
                       std::string again) {
  verdict::Evidence evidence{emulator::secrets_manager(), scope.board()};
  evidence.journal = scope.journal().snapshot();
  evidence.rules = counts_of(scope, scope.director());
  evidence.exit = exit;
  evidence.before = scope.before();
  evidence.started = scope.started_ticks();
  if (scope.has_engine()) {
    evidence.ask = [&scope](std::string_view operation, const aws::Json& input) {
      return scope.own_calls().reply(operation, input);
    };
  }
  if (scope.replay()) evidence.unused_recordings = unused_in(*scope.replay());
  if (const auto transcript = scope.transcript(); !transcript.empty()) {
    evidence.written = [transcript] { return std::vector{read_back(transcript)}; };
  }
  verdict::Run run{joined(scope.script().names), joined(texts(scope.script().files)), scope.seed(),
                   std::move(again), scope.clock().now()};
  auto result = verdict::judge(scope.script().expect, evidence, std::move(run));
  if (auto finding = finding_of(steps)) {
    if (finding->status == Status::fail || result.status == Status::pass) {
      result.status = finding->status;
    }
    result.findings.insert(result.findings.begin(), *std::move(finding));
  }
  return result;
}

}  // namespace stunt::harness
