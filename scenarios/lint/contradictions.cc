// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <string>

#include "aws/json_of.h"
#include "input/quote.h"
#include "scenarios/lint/bounds.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

std::string line(const input::Value& value) { return std::to_string(value.at().line); }

/// No number of calls is right for both.
bool exclude_each_other(const Bounds& wide, const Bounds& narrow) {
  return says_all_of(narrow.calls, wide.calls) && wide.count.at_most &&
         narrow.count.at_least > *wide.count.at_most;
}

void check_counts(const std::vector<Bounds>& bounds) {
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const auto& one = bounds[i];
    const auto end = bounds.begin() + static_cast<std::ptrdiff_t>(i);
    const auto other = std::find_if(bounds.begin(), end, [&](const Bounds& before) {
      return exclude_each_other(before, one) || exclude_each_other(one, before);
    });
    if (other == end) continue;
    one.at.wrong("this and line " + line(other->at) + " never hold both: there are to be " +
                     to_string(one.count) + " of these calls, and " + to_string(other->count) +
                     " there",
                 "remove one of them");
  }
}

void check_rules(const Subject& subject, const std::vector<Bounds>& bounds) {
  for (const auto& one : bounds) {
    if (one.count.at_most != 0u) continue;
    const auto& rules = subject.scenario.rules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& other) {
      return other.must_fire() && says_all_of(to_json(other.when.match), one.calls);
    });
    if (rule == rules.end()) continue;
    one.at.wrong("no such call may come, but the rule " + input::quote(rule->id) + " in line " +
                     std::to_string(rule->at.line) + " must fire at one",
                 "write mustFire: false in the rule, or remove one of them");
  }
}

void check_exits(const Subject& subject) {
  std::optional<input::Value> first;
  for (const auto& item : subject.expect) {
    const auto exit = item.find("exit");
    if (!exit) continue;
    if (first && aws::json_of(*first) != aws::json_of(*exit)) {
      exit->wrong("the command exits once, and line " + line(*first) + " says otherwise",
                  "remove one of them");
    }
    if (!first) first = exit;
  }
}

}  // namespace

void find_contradictions(const Subject& subject) {
  const auto bounds = bounds_in(subject);
  check_counts(bounds);
  check_rules(subject, bounds);
  check_exits(subject);
}

}  // namespace stunt::scenarios::lint
