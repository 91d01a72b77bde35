// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "aws/json.h"
#include "input/fields.h"
#include "scenarios/samples.h"
#include "world/clock.h"

namespace stunt::scenarios {

/// How long something takes: always the same, or spread in one of several ways. Times from 0 to
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

/// Never below `min`; the share (min/t)^alpha of all samples is above t. So the smaller alpha is,
/// the longer the tail; at 1 and below it has no mean. Cut off at `max`.
struct Pareto {
  static constexpr double kLeastAlpha = 0.1;
  static constexpr double kMostAlpha = 100;

  world::Duration min{};
  double alpha = 1;
  world::Duration max{kLongestDelay};
};

/// As long as calls took in a transcript: one of those of the same operation, or of all if it was
/// not called there.
struct Empirical {
  std::string file;  ///< as it was written
  std::shared_ptr<const Samples> samples;
};

using Latency = std::variant<Fixed, Uniform, Normal, Lognormal, Pareto, Empirical>;

/// Whether chance has a say in it.
bool is_random(const Latency& latency);

/// The time that belongs to `u` in [0, 1): the share u of all samples is below it (the inverse of
/// the distribution function). So even draws make samples of that distribution. `operation` is who
/// is delayed.
world::Duration sample(const Latency& latency, double u, std::string_view operation = {});

/// Reads 250ms, {uniform: [a, b]}, {normal: {…}}, {lognormal: {…}}, {pareto: {…}} or {empirical:
/// run.jsonl}; that file is read at once, from the folder of the scenario's.
std::optional<Latency> read_latency(const input::Value& value);

aws::Json to_json(const Latency& latency);

}  // namespace stunt::scenarios
