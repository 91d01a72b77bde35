// SPDX-License-Identifier: MIT
#include "scenarios/latency.h"

#include <cmath>

#include <gtest/gtest.h>

#include "input/document.h"

namespace stunt::scenarios {
namespace {

using namespace std::chrono_literals;

constexpr double kAlmostOne = 1 - 0x1.0p-53;

/// The mean of the samples of evenly spread draws.
double mean_us(const Latency& latency) {
  constexpr int kDraws = 10'000;
  double sum = 0;
  for (int i = 0; i < kDraws; ++i) {
    sum += static_cast<double>(sample(latency, (i + 0.5) / kDraws).count());
  }
  return sum / kDraws;
}

TEST(Latency, FixedIsAlwaysTheSame) {
  const Latency latency = Fixed{250ms};
  EXPECT_FALSE(is_random(latency));
  EXPECT_EQ(sample(latency, 0), 250ms);
  EXPECT_EQ(sample(latency, 0.9), 250ms);
}

TEST(Latency, UniformGoesEvenlyFromEndToEnd) {
  const Latency latency = Uniform{100ms, 300ms};
  EXPECT_TRUE(is_random(latency));
  EXPECT_EQ(sample(latency, 0), 100ms);
  EXPECT_EQ(sample(latency, 0.25), 150ms);
  EXPECT_EQ(sample(latency, 0.5), 200ms);
  EXPECT_EQ(sample(latency, kAlmostOne), 300ms);
  EXPECT_NEAR(mean_us(latency), 200'000, 1);
}

TEST(Latency, NormalIsABell) {
  const Latency latency = Normal{.mean = 100ms, .stddev = 10ms};
  EXPECT_EQ(sample(latency, 0.5), 100ms);
  EXPECT_EQ(sample(latency, 0.975), 119'600us);
  EXPECT_EQ(sample(latency, 0.025), 80'400us);
  EXPECT_NEAR(mean_us(latency), 100'000, 1);
}

TEST(Latency, NormalStaysWithinItsBounds) {
  const Latency wide = Normal{.mean = 10ms, .stddev = 100ms};
  EXPECT_EQ(sample(wide, 0), 0us);
  EXPECT_EQ(sample(wide, 0.1), 0us);
  const Latency cut = Normal{.mean = 10ms, .stddev = 100ms, .min = 5ms, .max = 20ms};
  EXPECT_EQ(sample(cut, 0), 5ms);
  EXPECT_EQ(sample(cut, 0.9), 20ms);
}

TEST(Latency, LognormalHasAMedianAndATail) {
  const Latency latency = Lognormal{.median = 40ms, .sigma = 0.9};
  EXPECT_EQ(sample(latency, 0.5), 40ms);
  EXPECT_EQ(sample(latency, 0.9), 126'758us);  // 40 ms · e^(0.9 · 1.28155)
  EXPECT_EQ(sample(latency, 0), 23us);
  // The mean of a lognormal variable is median · e^(sigma² / 2); the samples miss its far tail.
  EXPECT_NEAR(mean_us(latency), 40'000 * std::exp(0.405), 60'000 * 0.002);
}

TEST(Latency, LognormalStaysBelowItsMaximum) {
  const Latency cut = Lognormal{.median = 40ms, .sigma = 0.9, .max = 100ms};
  EXPECT_EQ(sample(cut, 0.9), 100ms);
  const Latency wild = Lognormal{.median = 1h, .sigma = Lognormal::kMostSigma};
  EXPECT_EQ(sample(wild, kAlmostOne), kLongestDelay);
  EXPECT_EQ(sample(wild, 0), 0us);
  EXPECT_EQ(sample(Lognormal{.median = 5ms, .sigma = 0}, 0.99), 5ms);
}

TEST(Latency, GrowsWithTheDraw) {
  const Latency all[] = {Uniform{1ms, 2ms}, Normal{.mean = 50ms, .stddev = 20ms},
                         Lognormal{.median = 40ms, .sigma = 2, .max = 10s}};
  for (const auto& latency : all) {
    auto last = 0us;
    for (int i = 0; i < 1000; ++i) {
      const auto now = sample(latency, i / 1000.0);
      EXPECT_GE(now, last);
      last = now;
    }
  }
}

std::string canonical(std::string_view yaml) {
  input::Problems problems("f");
  const auto document = *input::parse_document(yaml, problems);
  const auto latency = read_latency(input::Value(document.root(), "", problems));
  problems.throw_if_any();
  return to_json(*latency).dump();
}

TEST(Latency, IsWrittenInOneWay) {
  EXPECT_EQ(canonical("1.5s"), R"("1500ms")");
  EXPECT_EQ(canonical("0"), R"("0")");
  EXPECT_EQ(canonical("{uniform: [1000us, 60s]}"), R"({"uniform":["1ms","1m"]})");
  EXPECT_EQ(canonical("{normal: {stddev: 1s, mean: 2s}}"),
            R"({"normal":{"mean":"2s","stddev":"1s","min":"0","max":"1d"}})");
  EXPECT_EQ(canonical("{lognormal: {sigma: .5, median: 1s, max: 3s}}"),
            R"({"lognormal":{"median":"1s","sigma":0.5,"max":"3s"}})");
}

TEST(Pareto, BeginsAtItsMinimumAndHasTheTailItSays) {
  const Pareto pareto{10ms, 2};
  EXPECT_EQ(sample(pareto, 0), 10ms);
  EXPECT_EQ(sample(pareto, 0.75), 20ms);
  EXPECT_EQ(sample(pareto, 0.99), 100ms);
  EXPECT_EQ(sample(Pareto{10ms, 2, 50ms}, 0.99), 50ms);
  EXPECT_EQ(sample(Pareto{10ms, 0.1}, 0.9999999), kLongestDelay);
}

TEST(Empirical, TakesTheTimesOfTheSameOperation) {
  const auto samples = read_samples("tests/scenarios/corpus/samples/run.jsonl");
  const Empirical latency{"run.jsonl", std::make_shared<const Samples>(samples)};
  EXPECT_EQ(sample(latency, 0, "GetSecretValue"), 100us);
  EXPECT_EQ(sample(latency, 0.49, "GetSecretValue"), 100us);
  EXPECT_EQ(sample(latency, 0.5, "GetSecretValue"), 20100us);
  EXPECT_EQ(sample(latency, 0, "CreateSecret"), 50us) << "all of them, for one that was not called";
  EXPECT_EQ(sample(latency, 0.999, "CreateSecret"), 20100us);
}

}  // namespace
}  // namespace stunt::scenarios
