// SPDX-License-Identifier: MIT
#include "scenarios/match.h"

#include <algorithm>

namespace stunt::scenarios {

bool Match::matches_operation(std::string_view name) const {
  return operations.empty() || std::any_of(operations.begin(), operations.end(),
                                           [&](const Glob& glob) { return glob.matches(name); });
}

bool Match::matches(const aws::Call& call, const Board&) const {
  const auto operation = call.model ? call.model->name : call.operation;
  return (!secret || secret->matches(call)) && matches_operation(operation);
}

std::vector<const aws::OperationModel*> operations_of(const Match& match,
                                                      const aws::ServiceModel& service) {
  std::vector<const aws::OperationModel*> found;
  for (const auto& operation : service.operations) {
    if (match.matches_operation(operation.name)) found.push_back(&operation);
  }
  return found;
}

}  // namespace stunt::scenarios
