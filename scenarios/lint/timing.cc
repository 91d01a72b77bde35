// SPDX-License-Identifier: MIT
#include <algorithm>

#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

bool has_virtual_clock(const Scenario& scenario) {
  return scenario.clock && scenario.clock->mode == ClockSettings::Mode::movable;
}

constexpr world::Duration kStill{0};

bool moves_clock(const Scenario& scenario) {
  return std::any_of(scenario.steps.begin(), scenario.steps.end(), [](const Step& step) {
    return step.advance.value_or(kStill) > kStill || step.at.value_or(kStill) > kStill;
  });
}

constexpr const char* kMove = "add a step with 'advance', or leave 'clock' out";

void note_still(const input::Value& at, const Rule& rule) {
  if (rule.when.window) {
    follow(at, {"when", "window"})
        .wrong(rule.when.window->includes(world::Duration(0))
                   ? "no step moves the virtual clock, so that this window never closes"
                   : "this rule never fires: no step moves the virtual clock, so that its window "
                     "never opens",
               kMove);
  }
  if (has_fault(rule, "throttle")) {
    fault_of(at, "throttle")
        .wrong("no step moves the virtual clock, so that the bucket never fills again", kMove);
  }
}

constexpr const char* kRepeat =
    "for the same each time add clock: { mode: virtual } and steps with 'advance'";

void note_unseeded(const input::Value& at, const Rule& rule) {
  if (rule.when.window) {
    follow(at, {"when", "window"})
        .wrong("the seed does not decide this: it depends on when calls come", kRepeat);
  }
  if (has_fault(rule, "throttle")) {
    fault_of(at, "throttle")
        .wrong("the seed does not decide this: it depends on how fast calls come", kRepeat);
  }
  if (rule.max_active) {
    follow(at, {"maxActive"})
        .wrong("the seed does not decide this: it depends on which calls overlap",
               "for the same each time use 'nth' or 'times'");
  }
}

}  // namespace

void find_timing(const Subject& subject) {
  const auto& scenario = subject.scenario;
  const bool is_virtual = has_virtual_clock(scenario);
  const bool is_still = is_virtual && !moves_clock(scenario);
  for (std::size_t i = 0; i < scenario.rules.size() && i < subject.rules.size(); ++i) {
    const auto& rule = scenario.rules[i];
    if (is_still) note_still(subject.rules[i], rule);
    // Without a seed of its own the file does not ask to be the same each time.
    if (!is_virtual && scenario.seed) note_unseeded(subject.rules[i], rule);
  }
}

}  // namespace stunt::scenarios::lint
