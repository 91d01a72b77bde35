// SPDX-License-Identifier: MIT
#include "verdict/jitter.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace stunt::verdict {

Spread spread_of(std::span<const Wait> waits, world::Duration slack) {
  auto common = slack;
  for (const auto& wait : waits) common = std::min(common, wait.gap);
  std::vector<double> parts;
  parts.reserve(waits.size());
  for (const auto& wait : waits) {
    const auto part =
        static_cast<double>((wait.gap - common).count()) / static_cast<double>(wait.upper.count());
    parts.push_back(std::clamp(part, 0.0, 1.0));
  }
  std::sort(parts.begin(), parts.end());
  const auto n = static_cast<double>(parts.size());
  Spread spread;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto below = static_cast<double>(i) / n, above = static_cast<double>(i + 1) / n;
    spread.distance = std::max({spread.distance, above - parts[i], parts[i] - below});
  }
  // The asymptotic value for 1 in 1000, with Stephens's correction for small samples.
  const auto asymptotic = std::sqrt(-0.5 * std::log(0.001 / 2));
  spread.limit = asymptotic / (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n));
  return spread;
}

}  // namespace stunt::verdict
