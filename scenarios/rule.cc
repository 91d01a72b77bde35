// SPDX-License-Identifier: MIT
#include "scenarios/rule.h"

#include <algorithm>
#include <array>

namespace stunt::scenarios {

std::span<const std::string_view> nth_by_names() {
  static constexpr std::array<std::string_view, 5> kNames = {"rule", "operation", "secret",
                                                             "invocation", "client"};
  return kNames;
}

int turn(aws::Phase phase) {
  if (phase == aws::Phase::before) return 0;
  return phase == aws::Phase::after ? 2 : 1;
}

bool Rule::answers() const {
  return std::any_of(then.begin(), then.end(),
                     [](const Action& action) { return action.fault->answers(); });
}

bool Rule::must_fire() const {
  if (must_fire_given) return *must_fire_given;
  const bool by_chance = when.probability && *when.probability < 1;
  const bool by_load = std::any_of(then.begin(), then.end(),
                                   [](const Action& action) { return action.kind == "throttle"; });
  return enabled && !by_chance && !by_load;
}

}  // namespace stunt::scenarios
