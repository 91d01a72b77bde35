// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>

#include "input/quote.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

void check_await(const Await& await, const input::Value& at) {
  if (await.within == world::Duration(0)) {
    follow(at, {"await", "within"}).wrong("this does not wait at all", "write for example 5s");
  }
  const auto count = follow(at, {"await", "count"});
  if (await.count.at_least == 0) {
    count.wrong("this waits for no call",
                "wait for one or more; that few come is for 'expect' to say");
  } else if (const auto most = count.find("atMost")) {
    most->wrong("'atMost' changes nothing: the wait is over with call number " +
                    std::to_string(await.count.at_least),
                "leave it out; that no more come is for 'expect' to say");
  }
}

bool is_reached_by_rules(const Scenario& scenario, std::string_view mark) {
  return std::any_of(scenario.rules.begin(), scenario.rules.end(), [&](const Rule& rule) {
    return std::any_of(rule.then.begin(), rule.then.end(),
                       [&](const Action& action) { return action.fault->mark() == mark; });
  });
}

}  // namespace

void find_idle_waits(const Subject& subject) {
  const auto& steps = subject.scenario.steps;
  for (std::size_t i = 0; i < steps.size() && i < subject.steps.size(); ++i) {
    const auto& step = steps[i];
    if (step.await) check_await(*step.await, subject.steps[i]);
    if (!step.after || is_reached_by_rules(subject.scenario, *step.after)) continue;
    const auto end = steps.begin() + static_cast<std::ptrdiff_t>(i);
    const bool before = std::any_of(steps.begin(), end,
                                    [&](const Step& other) { return other.mark == step.after; });
    follow(subject.steps[i], {"after"})
        .wrong(before ? "the mark " + input::quote(*step.after) +
                            " is reached by then anyway: steps come one after the other"
                      : "this waits for ever: the mark " + input::quote(*step.after) +
                            " is reached only behind it",
               before ? "leave it out" : "put the step that reaches it first");
  }
}

}  // namespace stunt::scenarios::lint
