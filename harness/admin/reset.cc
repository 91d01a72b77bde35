// SPDX-License-Identifier: MIT
#include "harness/admin/reset.h"

#include <stdexcept>

#include "harness/admin/runs.h"

namespace stunt::harness::admin {

void reset(const Ground& ground, Scope& scope) {
  ground.runs.remove_all(scope);
  try {
    scope.reset();
  } catch (const input::BadInput& bad) {
    // They were right at the start: a file has changed, or the setup meets what it did not then.
    Problem problem(bad);
    problem.status = 409;
    problem.detail = "no reset: the fixtures or the setup fail";
    throw problem;
  } catch (const std::runtime_error& error) {
    throw Problem(503, error.what());
  }
}

void reset_all(const Ground& ground) {
  for (const auto& scope : ground.scopes.all()) reset(ground, *scope);
}

}  // namespace stunt::harness::admin
