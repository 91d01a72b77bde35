// SPDX-License-Identifier: MIT
#include <map>
#include <string>

#include "input/quote.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

void check_steps(const Subject& subject) {
  const auto& scenario = subject.scenario;
  std::map<std::string, bool> enabled;
  for (const auto& rule : scenario.rules) enabled[rule.id] = rule.enabled;
  const auto turn = [&](std::size_t step, std::string_view member, const std::string& rule,
                        bool on) {
    if (enabled[rule] == on) {
      follow(subject.steps[step], {member})
          .wrong("the rule " + input::quote(rule) + " is " + (on ? "enabled" : "not enabled") +
                     " by then anyway",
                 on ? "write enabled: false in the rule, or leave this out" : "leave this out");
    }
    enabled[rule] = on;
  };
  for (std::size_t i = 0; i < scenario.steps.size() && i < subject.steps.size(); ++i) {
    const auto& step = scenario.steps[i];
    if (step.enable) turn(i, "enable", *step.enable, true);
    if (step.disable) turn(i, "disable", *step.disable, false);
  }
}

}  // namespace

void find_idle_switches(const Subject& subject) {
  const auto& scenario = subject.scenario;
  for (std::size_t i = 0; i < scenario.rules.size() && i < subject.rules.size(); ++i) {
    const auto& rule = scenario.rules[i];
    if (rule.enabled || is_enabled_later(scenario, rule.id)) continue;
    follow(subject.rules[i], {"enabled"})
        .wrong("this rule never fires: no step enables it",
               "add a step with enable: " + rule.id + ", or leave 'enabled' out");
  }
  check_steps(subject);
}

}  // namespace stunt::scenarios::lint
