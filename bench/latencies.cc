// SPDX-License-Identifier: MIT
#include "bench/latencies.h"

#include <algorithm>
#include <cmath>

namespace stunt::bench {

double Latencies::quantile_us(double share) {
  if (samples_.empty()) return 0;
  const auto rank =
      static_cast<std::size_t>(std::ceil(share * static_cast<double>(samples_.size())));
  const auto nth =
      samples_.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
  std::nth_element(samples_.begin(), nth, samples_.end());
  return static_cast<double>(nth->count());
}

}  // namespace stunt::bench
