// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include <gtest/gtest-spi.h>

#include "stunt/gtest.h"

namespace stunt::test {

/// A test within a test, whose failures are caught.
class Inner : public stunt::Test {
 public:
  virtual void Body() = 0;
  void TestBody() override {}
  using stunt::Test::TearDown;
};

/// Without what differs from run to run: times, and the seed.
inline std::string steady(std::string text) {
  text = std::regex_replace(text, std::regex("[0-9]+:[0-9]{2}\\.[0-9]{3}"), "0:00.000");
  text = std::regex_replace(text, std::regex("[0-9.]+ (ms|s) after"), "TIME after");
  return std::regex_replace(text, std::regex("seed [0-9]+; again: STUNT_SEED=[0-9]+"),
                            "seed N; again: STUNT_SEED=N");
}

/// What a test was told that fails, one failure after another.
template <typename One>
std::string failures_of() {
  testing::TestPartResultArray failures;
  {
    const testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    One inner;
    inner.Body();
    inner.TearDown();
  }
  std::string text;
  for (int i = 0; i < failures.size(); ++i) {
    text += "--- failure\n" + std::string(failures.GetTestPartResult(i).message()) + "\n";
  }
  return steady(text);
}

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void expect_golden(const std::string& text, const std::string& name) {
  const auto path = "tests/gtest/golden/" + name + ".txt";
  // STUNT_UPDATE_GOLDEN=1 writes the golden files anew.
  if (std::getenv("STUNT_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(text, read_file(path));
  EXPECT_EQ(text.find("hunter22"), std::string::npos) << "a secret is shown";
}

}  // namespace stunt::test
