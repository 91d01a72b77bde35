// SPDX-License-Identifier: MIT
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {

void find_certain_chances(const Subject& subject) {
  const auto& rules = subject.scenario.rules;
  for (std::size_t i = 0; i < rules.size() && i < subject.rules.size(); ++i) {
    const auto& probability = rules[i].when.probability;
    if (!probability) continue;
    const auto value = follow(subject.rules[i], {"when", "probability"});
    if (*probability <= 0) {
      value.wrong("this rule never fires: its probability is 0",
                  "to keep it for later write enabled: false in the rule");
    } else if (*probability >= 1) {
      value.wrong("a probability of 1 changes nothing", "leave it out");
    }
  }
}

}  // namespace stunt::scenarios::lint
