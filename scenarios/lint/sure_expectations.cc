// SPDX-License-Identifier: MIT
#include "scenarios/lint/bounds.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {

void find_sure_expectations(const Subject& subject) {
  for (const auto& item : subject.expect) {
    if (const auto value = item.find("count")) {
      const auto count = count_in(*value);
      if (count && count->at_least == 0 && !count->at_most) {
        value->wrong("this always holds", "write atLeast: 1, or an 'atMost'");
      }
    }
    const auto retry = item.find("retry");
    const auto value = retry ? retry->find("attempts") : std::nullopt;
    const auto attempts = value ? count_in(*value) : std::nullopt;
    if (!attempts) continue;
    if (attempts->at_most == 0u) {
      value->wrong("this never holds: every call has one attempt at least",
                   "use 'never' if no call should come");
    } else if (attempts->at_least <= 1 && !attempts->at_most) {
      value->wrong("this always holds: every call has one attempt at least",
                   "write atLeast: 2 for a retry");
    }
  }
}

}  // namespace stunt::scenarios::lint
