// SPDX-License-Identifier: MIT
#include <string>

#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

/// What all arrivals of the rule have in common, so that they are counted together; empty: nothing.
std::string in_common(const When& when) {
  const auto& match = when.match;
  switch (when.nth_by) {
    case NthBy::operation:
      return match.operations.size() == 1 && match.operations[0].literal() ? "one operation" : "";
    case NthBy::secret:
      return match.secret && match.secret->name() ? "one secret" : "";
    case NthBy::client:
      return match.client && match.client->access_key_id && match.client->access_key_id->literal()
                 ? "one access key"
                 : "";
    case NthBy::rule:
    case NthBy::invocation:
      break;
  }
  return "";
}

}  // namespace

void find_idle_nth_by(const Subject& subject) {
  const auto& rules = subject.scenario.rules;
  for (std::size_t i = 0; i < rules.size() && i < subject.rules.size(); ++i) {
    const auto common = in_common(rules[i].when);
    if (common.empty()) continue;
    follow(subject.rules[i], {"when", "nthBy"})
        .wrong("'nthBy' changes nothing: the rule is about " + common, "leave it out");
  }
}

}  // namespace stunt::scenarios::lint
