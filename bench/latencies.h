// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "world/clock.h"

namespace stunt::bench {

/// Samples of a latency and what they come to.
class Latencies {
 public:
  void add(world::Duration sample) { samples_.push_back(sample); }
  std::size_t size() const { return samples_.size(); }

  /// The sample that `share` of all do not exceed: 0.5 the median, 1 the largest. In microseconds.
  double quantile_us(double share);

 private:
  std::vector<world::Duration> samples_;
};

}  // namespace stunt::bench
