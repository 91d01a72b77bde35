// SPDX-License-Identifier: MIT
#include "harness/gtest/seed.h"

#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include <gtest/gtest.h>

namespace stunt {

std::optional<std::uint64_t> wanted_seed() {
  if (const char* variable = std::getenv("STUNT_SEED"); variable && *variable) {
    const std::string_view text(variable);
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc() || end != text.data() + text.size()) {
      throw std::invalid_argument("STUNT_SEED is '" + std::string(text) +
                                  "'; it has to be a whole number from 0 to 2^64 - 1");
    }
    return seed;
  }
  const auto seed = GTEST_FLAG_GET(random_seed);
  return seed == 0 ? std::nullopt : std::optional<std::uint64_t>(seed);
}

std::string again(std::uint64_t seed) {
  std::string line = "seed " + std::to_string(seed);
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  if (!test) return line;
  return line + "; again: STUNT_SEED=" + std::to_string(seed) +
         " and --gtest_filter=" + test->test_suite_name() + "." + test->name();
}

}  // namespace stunt
