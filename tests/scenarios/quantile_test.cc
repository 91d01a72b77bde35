// SPDX-License-Identifier: MIT
#include "scenarios/quantile.h"

#include <cmath>

#include <gtest/gtest.h>

namespace stunt::scenarios {
namespace {

TEST(NormalQuantile, AgreesWithPublishedValues) {
  struct Known {
    double p, z;
  };
  // Computed with 40 digits from the inverse error function, of the double nearest to p.
  constexpr Known kKnown[] = {
      {0x1.0p-54, -8.2923610758135955382},
      {1e-12, -7.0344838253011319326},
      {1e-6, -4.7534243088228989573},
      {0.001, -3.0902323061678135354},
      {0.01, -2.3263478740408410931},
      {0.025, -1.9599639845400542118},
      {0.05, -1.644853626951472688},
      {0.075, -1.4395314709384559349},  // where two of the three approximations meet
      {0.1, -1.2815515655446004353},
      {0.25, -0.6744897501960817432},
      {0.4, -0.25334710313579974132},
      {0.6, 0.25334710313579974132},
      {0.75, 0.6744897501960817432},
      {0.9, 1.2815515655446005935},
      {0.975, 1.9599639845400538556},
      {0.999, 3.0902323061678132778},
      {1 - 0x1.0p-53, 8.2095361516013868556},
  };
  for (const auto& [p, z] : kKnown) {
    EXPECT_NEAR(normal_quantile(p), z, 4e-16 * std::abs(z)) << p;
  }
  EXPECT_EQ(normal_quantile(0.5), 0);
}

TEST(NormalQuantile, UndoesTheDistributionFunction) {
  double last = -100;
  for (int i = 1; i < 10'000; ++i) {
    const double p = i / 10'000.0, z = normal_quantile(p);
    EXPECT_NEAR(std::erfc(-z / std::sqrt(2.0)) / 2, p, 1e-15) << p;
    EXPECT_GT(z, last) << p;
    last = z;
  }
}

}  // namespace
}  // namespace stunt::scenarios
