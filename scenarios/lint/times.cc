// SPDX-License-Identifier: MIT
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

/// Of all arrivals that are counted together; nothing if there is no end to them.
std::optional<std::uint64_t> most_let_through(const Nth& nth) {
  if (!nth.listed.empty()) return nth.listed.size();
  if (nth.to == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return (nth.to - nth.from) / nth.step + 1;
}

}  // namespace

void find_times_never_reached(const Subject& subject) {
  const auto& rules = subject.scenario.rules;
  for (std::size_t i = 0; i < rules.size() && i < subject.rules.size(); ++i) {
    const auto& rule = rules[i];
    if (!rule.times || !rule.when.nth || rule.when.nth_by != NthBy::rule) continue;
    const auto most = most_let_through(*rule.when.nth);
    if (!most || *rule.times <= *most) continue;
    follow(subject.rules[i], {"times"})
        .wrong("the rule never fires so often: 'nth' lets " + std::to_string(*most) +
                   (*most == 1 ? " call" : " calls") + " through",
               "leave 'times' out, or let 'nth' mean more");
  }
}

}  // namespace stunt::scenarios::lint
