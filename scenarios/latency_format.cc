// SPDX-License-Identifier: MIT
#include <array>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/duration.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {
namespace {

using input::format_duration;
using world::Duration;

std::optional<Latency> read_uniform(const input::Value& value) {
  const auto ends = value.items();
  if (ends.size() != 2) {
    if (value.kind() == input::Kind::list) {
      value.wrong("expected two durations, but there are " + std::to_string(ends.size()),
                  "write [100ms, 300ms]");
    }
    return std::nullopt;
  }
  const auto min = ends[0].duration(kLongestDelay), max = ends[1].duration(kLongestDelay);
  if (!min || !max) return std::nullopt;
  if (*min > *max) {
    value.wrong(format_duration(*min) + " is more than " + format_duration(*max),
                "write the shorter one first");
    return std::nullopt;
  }
  return Uniform{*min, *max};
}

/// The member's duration; what `fallback` says if it is absent.
std::optional<Duration> optional_duration(const input::Object& object, std::string_view name,
                                          Duration fallback) {
  const auto value = object.find(name);
  return value ? value->duration(kLongestDelay) : fallback;
}

std::optional<Duration> required_duration(const input::Object& object, std::string_view name) {
  const auto value = object.require(name);
  return value ? value->duration(kLongestDelay) : std::nullopt;
}

std::optional<Latency> read_normal(const input::Value& value) {
  static constexpr std::array<std::string_view, 4> kNames = {"mean", "stddev", "min", "max"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  const auto mean = required_duration(*object, "mean");
  const auto stddev = required_duration(*object, "stddev");
  const auto min = optional_duration(*object, "min", Duration(0));
  const auto max = optional_duration(*object, "max", kLongestDelay);
  if (!mean || !stddev || !min || !max) return std::nullopt;
  if (*min > *max) {
    value.wrong("'min' is " + format_duration(*min) + ", more than 'max', " + format_duration(*max),
                "swap them");
    return std::nullopt;
  }
  return Normal{*mean, *stddev, *min, *max};
}

std::optional<Latency> read_lognormal(const input::Value& value) {
  static constexpr std::array<std::string_view, 3> kNames = {"median", "sigma", "max"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  const auto median = required_duration(*object, "median");
  const auto sigma_value = object->require("sigma");
  const auto sigma = sigma_value ? sigma_value->number(0, Lognormal::kMostSigma) : std::nullopt;
  const auto max = optional_duration(*object, "max", kLongestDelay);
  if (!median || !sigma || !max) return std::nullopt;
  return Lognormal{*median, *sigma, *max};
}

std::optional<Latency> read_pareto(const input::Value& value) {
  static constexpr std::array<std::string_view, 3> kNames = {"min", "alpha", "max"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  const auto min = required_duration(*object, "min");
  const auto alpha_value = object->require("alpha");
  const auto alpha =
      alpha_value ? alpha_value->number(Pareto::kLeastAlpha, Pareto::kMostAlpha) : std::nullopt;
  const auto max = optional_duration(*object, "max", kLongestDelay);
  if (!min || !alpha || !max) return std::nullopt;
  if (min->count() == 0) {
    object->find("min")->wrong("0 leaves nothing to multiply",
                               "write the shortest time, such as 1ms");
    return std::nullopt;
  }
  if (*min > *max) {
    value.wrong("'min' is " + format_duration(*min) + ", more than 'max', " + format_duration(*max),
                "swap them");
    return std::nullopt;
  }
  return Pareto{*min, *alpha, *max};
}

std::optional<Latency> read_empirical(const input::Value& value) {
  const auto file = value.text();
  if (!file) return std::nullopt;
  if (file->empty()) {
    value.wrong("no file is named", "write that of a transcript, such as run.jsonl");
    return std::nullopt;
  }
  try {
    auto samples = read_samples(std::filesystem::path(value.file()).parent_path() / *file);
    return Empirical{std::string(*file), std::make_shared<const Samples>(std::move(samples))};
  } catch (const NoSamples& none) {
    value.wrong(none.what(), "name a transcript; a path begins at the folder of this file");
    return std::nullopt;
  }
}

struct Distribution {
  std::string_view name;
  std::optional<Latency> (*read)(const input::Value&);
};

constexpr std::array kDistributions = {
    Distribution{"uniform", read_uniform}, Distribution{"normal", read_normal},
    Distribution{"lognormal", read_lognormal}, Distribution{"pareto", read_pareto},
    Distribution{"empirical", read_empirical}};

aws::Json json(const Fixed& fixed) { return format_duration(fixed.value); }

aws::Json json(const Uniform& uniform) {
  return {{"uniform", {format_duration(uniform.min), format_duration(uniform.max)}}};
}

aws::Json json(const Normal& normal) {
  return {{"normal",
           {{"mean", format_duration(normal.mean)},
            {"stddev", format_duration(normal.stddev)},
            {"min", format_duration(normal.min)},
            {"max", format_duration(normal.max)}}}};
}

aws::Json json(const Lognormal& lognormal) {
  return {{"lognormal",
           {{"median", format_duration(lognormal.median)},
            {"sigma", lognormal.sigma},
            {"max", format_duration(lognormal.max)}}}};
}

aws::Json json(const Pareto& pareto) {
  return {{"pareto",
           {{"min", format_duration(pareto.min)},
            {"alpha", pareto.alpha},
            {"max", format_duration(pareto.max)}}}};
}

aws::Json json(const Empirical& empirical) { return {{"empirical", empirical.file}}; }

}  // namespace

std::optional<Latency> read_latency(const input::Value& value) {
  static constexpr std::array<std::string_view, 5> kNames = {"uniform", "normal", "lognormal",
                                                             "pareto", "empirical"};
  if (value.kind() != input::Kind::object) {
    const auto fixed = value.duration(kLongestDelay);
    return fixed ? std::optional<Latency>(Fixed{*fixed}) : std::nullopt;
  }
  value.object({kNames});
  const Distribution* chosen = nullptr;
  for (const auto& distribution : kDistributions) {
    if (!value.find(distribution.name)) continue;
    if (chosen) {
      value.wrong("two distributions for one delay", "keep one");
      return std::nullopt;
    }
    chosen = &distribution;
  }
  if (!chosen) {
    if (value.entries().empty())
      value.wrong("no distribution", "add one of: " + input::list_of(kNames));
    return std::nullopt;
  }
  return chosen->read(*value.find(chosen->name));
}

aws::Json to_json(const Latency& latency) {
  return std::visit([](const auto& kind) { return json(kind); }, latency);
}

}  // namespace stunt::scenarios
