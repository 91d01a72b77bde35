// SPDX-License-Identifier: MIT
#include <map>

#include "input/quote.h"
#include "scenarios/load.h"

namespace stunt::scenarios {
namespace {

std::string text(std::uint64_t seed) { return std::to_string(seed); }

/// The files' scenarios, as far as they are right.
std::vector<Scenario> read_all(std::span<const std::filesystem::path> files,
                               const aws::ServiceModel& service,
                               std::vector<input::Problem>& problems) {
  std::vector<Scenario> scenarios;
  for (const auto& file : files) {
    try {
      scenarios.push_back(load(file, service));
    } catch (const input::BadInput& bad) {
      problems.insert(problems.end(), bad.problems.begin(), bad.problems.end());
    }
  }
  return scenarios;
}

}  // namespace

Script load_all(std::span<const std::filesystem::path> files, const aws::ServiceModel& service) {
  std::vector<input::Problem> problems;
  Script script;
  std::string seeded_by;
  std::map<std::string, input::Place> ids;
  for (auto& scenario : read_all(files, service, problems)) {
    if (script.seed && scenario.seed && scenario.seed != script.seed) {
      problems.push_back({scenario.seed_at, "/seed",
                          "the seed " + text(*scenario.seed) + " is the second one",
                          seeded_by + " says " + text(*script.seed)});
    } else if (scenario.seed && !script.seed) {
      script.seed = scenario.seed;
      seeded_by = to_string(scenario.seed_at);
    }
    for (auto& rule : scenario.rules) {
      const auto [first, is_new] = ids.emplace(rule.id, rule.at);
      if (!is_new) {
        problems.push_back({rule.at, "", "the id " + input::quote(rule.id) + " is taken",
                            "the first rule with it is at " + to_string(first->second)});
      }
      script.rules.push_back(std::move(rule));
    }
  }
  if (!problems.empty()) throw input::BadInput(std::move(problems));
  return script;
}

}  // namespace stunt::scenarios
