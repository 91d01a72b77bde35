// SPDX-License-Identifier: MIT
#include "harness/upstream/rules.h"

#include <string>

#include "input/problem.h"

namespace stunt::harness {
namespace {

using scenarios::Rule;

/// Kinds of faults that change what the engine does inside; "" if there is none.
std::string kind_for_emulator(const Rule& rule) {
  for (const auto& action : rule.then) {
    aws::Terms terms;
    action.fault->set_terms(terms);
    if (terms.lag > world::Duration(0) || terms.versions_back > 0 ||
        terms.visible_after > world::Duration(0)) {
      return std::string(action.kind);
    }
  }
  return {};
}

}  // namespace

void refuse_rules_of_emulator(const std::vector<Rule>& rules) {
  std::vector<input::Problem> problems;
  for (const auto& rule : rules) {
    if (aws::commit_point(rule.phase)) {
      problems.push_back({rule.at, "",
                          "rule '" + rule.id + "' has the phase " +
                              std::string(aws::to_string(rule.phase)) +
                              ", and an upstream cannot be stopped half way",
                          "use 'before' or 'after', or leave --upstream out"});
    } else if (const auto kind = kind_for_emulator(rule); !kind.empty()) {
      problems.push_back({rule.at, "",
                          "rule '" + rule.id + "' has '" + kind +
                              "', and only the emulator knows how its secrets were",
                          "leave it out, or leave --upstream out"});
    }
  }
  if (!problems.empty()) throw input::BadInput(std::move(problems));
}

}  // namespace stunt::harness
