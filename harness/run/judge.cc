// SPDX-License-Identifier: MIT
#include "harness/run/judge.h"

#include <algorithm>
#include <utility>

#include "harness/run/evidence.h"

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

verdict::Verdict judge(const verdict::Evidence& evidence, const scenarios::Script& script,
                       const StepRunner& steps, verdict::Run run) {
  run.scenario = joined(script.names);
  run.file = joined(texts(script.files));
  auto result = verdict::judge(script.expect, evidence, std::move(run));
  if (auto finding = finding_of(steps)) {
    if (finding->status == Status::fail || result.status == Status::pass) {
      result.status = finding->status;
    }
    result.findings.insert(result.findings.begin(), *std::move(finding));
  }
  return result;
}

verdict::Verdict judge(Scope& scope, std::optional<verdict::Exit> exit, std::string again) {
  auto evidence = evidence_of(scope);
  evidence.exit = exit;
  verdict::Run run{{}, {}, scope.seed(), std::move(again), scope.clock().now()};
  return judge(evidence, scope.script(), scope.steps(), std::move(run));
}

}  // namespace stunt::harness
