// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "aws/call.h"
#include "aws/outcome_kind.h"
#include "aws/service_model.h"
#include "scenarios/board.h"
#include "scenarios/glob.h"
#include "scenarios/secret_pattern.h"

namespace stunt::scenarios {

/// Which calls are meant, by what they are: no counting, no chance. What is not given does not
/// matter. The same in a rule's `when`, in `expect` and in `await`.
struct Match {
  std::vector<Glob> operations{};  ///< any of these; none: every operation
  std::optional<SecretPattern> secret{};

  /// Only where calls are judged that have ended.
  std::optional<aws::OutcomeKind> outcome{};

  bool matches_operation(std::string_view name) const;

  /// Whether a call that has arrived meets every condition but `outcome`.
  bool matches(const aws::Call& call, const Board& board) const;
};

/// The service's operations that can meet these conditions.
std::vector<const aws::OperationModel*> operations_of(const Match& match,
                                                      const aws::ServiceModel& service);

}  // namespace stunt::scenarios
