// SPDX-License-Identifier: MIT
#include "scenarios/rule.h"

#include <algorithm>

namespace stunt::scenarios {

bool Rule::answers() const {
  return std::any_of(then.begin(), then.end(),
                     [](const Action& action) { return action.fault->answers(); });
}

}  // namespace stunt::scenarios
