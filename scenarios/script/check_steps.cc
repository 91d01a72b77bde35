// SPDX-License-Identifier: MIT
#include "scenarios/script/check_steps.h"

#include <algorithm>
#include <vector>

#include "input/did_you_mean.h"
#include "input/duration.h"
#include "input/quote.h"

namespace stunt::scenarios {
namespace {

using Names = std::vector<std::string_view>;

void check_name(const input::Value& step, const char* member, std::string_view kind,
                const std::optional<std::string>& name, const Names& known) {
  if (!name || std::find(known.begin(), known.end(), *name) != known.end()) return;
  const auto value = step.find(member);
  const auto message = "there is no " + std::string(kind) + " " + input::quote(*name);
  value->wrong(message, known.empty() ? "the file has none" : input::suggest(*name, known));
}

Names rule_ids(const Scenario& scenario) {
  Names ids;
  for (const auto& rule : scenario.rules) ids.push_back(rule.id);
  return ids;
}

/// Steps and rules reach marks.
Names marks(const Scenario& scenario) {
  Names names;
  for (const auto& step : scenario.steps) {
    if (step.mark) names.push_back(*step.mark);
  }
  for (const auto& rule : scenario.rules) {
    for (const auto& action : rule.then) {
      if (const auto mark = action.fault->mark(); !mark.empty()) names.push_back(mark);
    }
  }
  return names;
}

}  // namespace

void check_steps(const input::Value& value, const Scenario& scenario) {
  if (value.kind() != input::Kind::list) return;
  const auto rules = rule_ids(scenario);
  const auto marked = marks(scenario);
  const bool movable = scenario.clock && scenario.clock->mode == ClockSettings::Mode::movable;
  const auto values = value.items();
  world::Duration latest{0};
  for (std::size_t i = 0; i < values.size() && i < scenario.steps.size(); ++i) {
    const auto& step = scenario.steps[i];
    check_name(values[i], "enable", "rule", step.enable, rules);
    check_name(values[i], "disable", "rule", step.disable, rules);
    check_name(values[i], "after", "mark", step.after, marked);
    if (step.at && *step.at < latest) {
      values[i].find("at")->wrong("the step before is not before " + input::format_duration(latest),
                                  "put the steps in the order of their times");
    }
    latest = std::max(latest, step.at.value_or(latest));
    if (step.advance && !movable) {
      values[i].find("advance")->wrong("the machine's clock cannot be moved",
                                       "add clock: { mode: virtual } to the file");
    }
    for (const auto& [machine, state] : step.set_state) {
      if (scenario.machines.initial.contains(machine)) continue;
      Names machines;
      for (const auto& known : scenario.machines.initial) machines.push_back(known.first);
      values[i]
          .find("setState")
          ->wrong("there is no machine " + input::quote(machine),
                  machines.empty() ? "declare it: state: { " + machine + ": … }"
                                   : input::suggest(machine, machines));
    }
  }
}

}  // namespace stunt::scenarios
