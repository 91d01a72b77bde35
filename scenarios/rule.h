// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aws/outcome.h"
#include "input/place.h"
#include "scenarios/faults/fault.h"
#include "scenarios/match.h"
#include "scenarios/nth.h"
#include "world/clock.h"

namespace stunt::scenarios {

/// Which arrivals `nth` counts together: all that the rule matches, or those of each operation,
/// secret, SDK invocation or access key by themselves.
enum class NthBy { rule, operation, secret, invocation, client };

/// All of them, in the order of the enumeration.
std::span<const std::string_view> nth_by_names();

/// A time on the scenario's clock, counted from its start.
struct Window {
  world::Duration from{0};
  std::optional<world::Duration> to{};  ///< the first moment after it; never ends if not given

  bool includes(world::Duration since_start) const {
    return since_start >= from && (!to || since_start < *to);
  }
};

/// Which arrivals a rule fires at.
struct When {
  Match match{};
  std::optional<Nth> nth{};  ///< counted over the arrivals that match
  NthBy nth_by = NthBy::rule;
  std::optional<double> probability{};  ///< of the arrivals that `nth` lets through
  std::optional<Window> window{};       ///< arrivals outside of it count, and are left alone
};

/// In the order in which the rules of the phases have their say: before, at a commit point, after.
int turn(aws::Phase phase);

/// When something goes wrong, and what.
struct Rule {
  std::string id;
  bool enabled = true;
  int priority = 0;  ///< rules with a higher one come first; of equals, the one loaded first
  When when{};
  aws::Phase phase = aws::Phase::before;
  std::vector<Action> then{};                 ///< at most one of each kind, in the kinds' order
  std::optional<std::uint64_t> times{};       ///< fires at most so often
  std::optional<std::uint64_t> max_active{};  ///< exchanges that it may be upon at once
  std::optional<bool> must_fire_given{};
  input::Place at{};  ///< where it was written

  /// One of its faults brings an answer.
  bool answers() const;

  /// Whether a run in which it never acts has failed. Unless the file says, a rule that depends on
  /// chance or on load, or is not enabled from the start, need not.
  bool must_fire() const;
};

}  // namespace stunt::scenarios
