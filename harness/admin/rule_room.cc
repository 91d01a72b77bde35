// SPDX-License-Identifier: MIT
#include "harness/admin/rule_room.h"

#include <string>

#include "harness/admin/problem.h"
#include "scenarios/load.h"

namespace stunt::harness::admin {

void want_room(Scope& scope, std::size_t more) {
  const auto there = scope.director().counts().size();
  if (there + more <= scenarios::kMostRules) return;
  throw Problem(409, "there are " + std::to_string(there) + " rules already, and at most " +
                         std::to_string(scenarios::kMostRules) +
                         "; POST /_stunt/v1/rules/reset leaves those of the start");
}

}  // namespace stunt::harness::admin
