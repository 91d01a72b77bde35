// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/call.h"
#include "aws/outcome.h"
#include "aws/service_model.h"
#include "input/place.h"
#include "scenarios/faults/fault.h"
#include "scenarios/glob.h"
#include "scenarios/nth.h"

namespace stunt::scenarios {

/// Which secrets a rule is about. A glob is held against the secret's name and against its id as
/// the client sent it, so that one for ARNs works too; a whole ARN means the name in it.
class SecretPattern {
 public:
  explicit SecretPattern(std::string pattern);

  const std::string& pattern() const { return glob_.pattern(); }
  bool matches(const aws::Call& call) const;

 private:
  Glob glob_;
  std::string name_;  ///< of a pattern without wildcards: the name that it says
};

/// Which calls a rule is about. What is not given does not matter.
struct When {
  std::vector<Glob> operations{};  ///< any of these; none: every operation
  std::optional<SecretPattern> secret{};
  std::optional<Nth> nth{};             ///< counted over the arrivals that match the two above
  std::optional<double> probability{};  ///< of the arrivals that `nth` lets through

  bool matches_operation(std::string_view name) const;
};

/// When something goes wrong, and what.
struct Rule {
  std::string id;
  bool enabled = true;
  int priority = 0;  ///< rules with a higher one come first; of equals, the one loaded first
  When when{};
  aws::Phase phase = aws::Phase::before;
  std::vector<Action> then{};            ///< at most one of each kind, in the order of the kinds
  std::optional<std::uint64_t> times{};  ///< fires at most so often
  input::Place at{};                     ///< where it was written

  /// One of its faults brings an answer.
  bool answers() const;
};

/// The service's operations that a rule with these conditions can hit.
std::vector<const aws::OperationModel*> operations_of(const When& when,
                                                      const aws::ServiceModel& service);

}  // namespace stunt::scenarios
