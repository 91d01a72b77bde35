// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/outcome.h"
#include "input/place.h"
#include "scenarios/faults/fault.h"
#include "scenarios/match.h"
#include "scenarios/nth.h"

namespace stunt::scenarios {

/// Which arrivals a rule fires at.
struct When {
  Match match{};
  std::optional<Nth> nth{};             ///< counted over the arrivals that match
  std::optional<double> probability{};  ///< of the arrivals that `nth` lets through
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

}  // namespace stunt::scenarios
