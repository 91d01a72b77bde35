// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

#include "world/clock.h"

namespace stunt::verdict {

/// A wait before a retry, and the longest that it may have been.
struct Wait {
  world::Duration gap;
  world::Duration upper;  ///< more than 0
};

/// With fewer nothing can be said.
constexpr std::size_t kFewestWaits = 20;

/// How far waits are from being spread evenly between 0 and their upper bounds: the distance of
/// Kolmogorov and Smirnov between the gaps, each divided by its bound, and the uniform
/// distribution. What all gaps have in common, up to `slack`, is taken for the network's and the
/// client's own time and left out.
struct Spread {
  double distance = 0;
  double limit = 0;  ///< an even spread exceeds it once in 1000 times
  bool is_even() const { return distance <= limit; }
};

/// Of at least one wait.
Spread spread_of(std::span<const Wait> waits, world::Duration slack);

}  // namespace stunt::verdict
