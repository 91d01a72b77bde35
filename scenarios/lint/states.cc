// SPDX-License-Identifier: MIT
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

using Reached = std::map<std::string, std::set<std::string>>;  ///< machine → its states

Reached reached_in(const Scenario& scenario) {
  Reached reached;
  for (const auto& [machine, state] : scenario.machines.initial) reached[machine].insert(state);
  for (const auto& step : scenario.steps) {
    for (const auto& [machine, state] : step.set_state) reached[machine].insert(state);
  }
  for (const auto& rule : scenario.rules) {
    for (const auto& action : rule.then) {
      if (action.kind != "setState") continue;
      const auto states = action.fault->to_json();
      for (const auto& [machine, state] : states.items()) {
        reached[machine].insert(state.get<std::string>());
      }
    }
  }
  return reached;
}

}  // namespace

void find_states_never_reached(const Subject& subject) {
  const auto& scenario = subject.scenario;
  const auto reached = reached_in(scenario);
  for (std::size_t i = 0; i < scenario.rules.size() && i < subject.rules.size(); ++i) {
    for (const auto& asked : scenario.rules[i].when.match.states) {
      const auto machine = reached.find(asked.first);
      if (machine == reached.end() || machine->second.contains(asked.second)) continue;
      const std::vector<std::string_view> known(machine->second.begin(), machine->second.end());
      follow(subject.rules[i], {"when", "state", asked.first})
          .wrong("this rule never fires: nothing sets " + input::quote(asked.first) + " to " +
                     input::quote(asked.second),
                 input::suggest(asked.second, known));
    }
  }
}

}  // namespace stunt::scenarios::lint
