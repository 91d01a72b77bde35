// SPDX-License-Identifier: MIT
#include "scenarios/rule.h"

#include <algorithm>

#include "aws/arn.h"

namespace stunt::scenarios {

SecretPattern::SecretPattern(std::string pattern)
    : glob_(std::move(pattern)),
      name_(glob_.is_literal() ? aws::secret_name(glob_.pattern()) : "") {}

bool SecretPattern::matches(const aws::Call& call) const {
  if (glob_.is_literal()) return call.secret == name_;
  return glob_.matches(call.secret) ||
         (call.secret_id.size() != call.secret.size() && glob_.matches(call.secret_id));
}

bool When::matches_operation(std::string_view name) const {
  return operations.empty() || std::any_of(operations.begin(), operations.end(),
                                           [&](const Glob& glob) { return glob.matches(name); });
}

bool Rule::answers() const {
  return std::any_of(then.begin(), then.end(),
                     [](const Action& action) { return action.fault->answers(); });
}

std::vector<const aws::OperationModel*> operations_of(const When& when,
                                                      const aws::ServiceModel& service) {
  std::vector<const aws::OperationModel*> found;
  for (const auto& operation : service.operations) {
    if (when.matches_operation(operation.name)) found.push_back(&operation);
  }
  return found;
}

}  // namespace stunt::scenarios
