// SPDX-License-Identifier: MIT
#include "scenarios/latency.h"

#include <algorithm>
#include <cmath>

#include "scenarios/quantile.h"

namespace stunt::scenarios {
namespace {

using world::Duration;

double count(Duration duration) { return static_cast<double>(duration.count()); }

/// Rounds; also takes what is beyond all bounds, infinities for example.
Duration clamped(double us, Duration min, Duration max) {
  return Duration(std::llround(std::clamp(us, count(min), count(max))));
}

/// u = 0 has no finite quantile; half a step above it stands for it.
double z_of(double u) { return normal_quantile(std::max(u, 0x1.0p-54)); }

Duration draw(const Fixed& fixed, double) { return fixed.value; }

Duration draw(const Uniform& uniform, double u) {
  return clamped(count(uniform.min) + u * count(uniform.max - uniform.min), uniform.min,
                 uniform.max);
}

Duration draw(const Normal& normal, double u) {
  return clamped(count(normal.mean) + z_of(u) * count(normal.stddev), normal.min, normal.max);
}

Duration draw(const Lognormal& lognormal, double u) {
  return clamped(count(lognormal.median) * std::exp(lognormal.sigma * z_of(u)), Duration(0),
                 lognormal.max);
}

Duration draw(const Pareto& pareto, double u) {
  return clamped(count(pareto.min) * std::pow(1 - u, -1 / pareto.alpha), pareto.min, pareto.max);
}

Duration draw(const Empirical& empirical, double u, std::string_view operation = {}) {
  const auto& times = empirical.samples->of(operation);
  const auto at = static_cast<std::size_t>(u * static_cast<double>(times.size()));
  return times[std::min(at, times.size() - 1)];
}

}  // namespace

bool is_random(const Latency& latency) { return !std::holds_alternative<Fixed>(latency); }

Duration sample(const Latency& latency, double u, std::string_view operation) {
  if (const auto* empirical = std::get_if<Empirical>(&latency)) {
    return draw(*empirical, u, operation);
  }
  return std::visit([u](const auto& kind) { return draw(kind, u); }, latency);
}

}  // namespace stunt::scenarios
