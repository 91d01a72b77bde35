// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <variant>

#include "aws/json.h"
#include "input/fields.h"
#include "world/clock.h"

namespace stunt::scenarios {

/// No delay is longer, whatever a file or a distribution says.
constexpr world::Duration kLongestDelay = std::chrono::hours(24);

/// How long something takes: always the same, or spread in one of three ways. Times from 0 to
/// kLongestDelay.
struct Fixed {
  world::Duration value{};
};

/// Evenly from `min` to `max`.
struct Uniform {
  world::Duration min{}, max{};
};

/// A bell around `mean`, cut off at `min` and `max`.
struct Normal {
  world::Duration mean{}, stddev{}, min{0}, max{kLongestDelay};
};

/// Half of the samples are below `median`; the logarithm has the standard deviation `sigma`, so
/// that the tail is long. Cut off at `max`.
struct Lognormal {
  static constexpr double kMostSigma = 10;

  world::Duration median{};
  double sigma = 0;
  world::Duration max{kLongestDelay};
};

using Latency = std::variant<Fixed, Uniform, Normal, Lognormal>;

/// Whether chance has a say in it.
bool is_random(const Latency& latency);

/// The time that belongs to `u` in [0, 1): the share u of all samples is below it (the inverse of
/// the distribution function). So even draws make samples of that distribution.
world::Duration sample(const Latency& latency, double u);

/// Reads 250ms, {uniform: [a, b]}, {normal: {…}} or {lognormal: {…}}.
std::optional<Latency> read_latency(const input::Value& value);

aws::Json to_json(const Latency& latency);

}  // namespace stunt::scenarios
