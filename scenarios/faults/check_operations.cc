// SPDX-License-Identifier: MIT
#include "scenarios/faults/check_operations.h"

#include <algorithm>

namespace stunt::scenarios {

void check_operations(const input::Value& value, const Target& target,
                      const std::function<bool(const aws::OperationModel&)>& suits,
                      std::string_view why_not, std::string_view hint) {
  const auto& operations = target.operations;
  const auto unfit = [&](const auto* operation) { return !suits(*operation); };
  const auto first = std::find_if(operations.begin(), operations.end(), unfit);
  if (first == operations.end()) return;
  const auto others = std::count_if(first + 1, operations.end(), unfit);
  std::string message((*first)->name);
  if (others > 0) message += " (and " + std::to_string(others) + " more of the rule's operations)";
  value.wrong(message + " " + std::string(why_not), std::string(hint));
}

void check_before(const input::Value& value, const Target& target, std::string_view why) {
  if (target.phase == aws::Phase::before) return;
  value.wrong(std::string(why), "leave 'phase' out");
}

}  // namespace stunt::scenarios
