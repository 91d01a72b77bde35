// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "scenarios/load.h"
#include "scenarios/write.h"
#include "verdict/expectation.h"

namespace stunt::scenarios {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = "tests/scenarios/golden";

std::vector<fs::path> files() {
  std::vector<fs::path> found;
  for (const char* folder : {"scenarios/library", "tests/scenarios/corpus/good"}) {
    for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

fs::path golden(const fs::path& file) { return kGolden / (file.stem().string() + ".json"); }

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Scenario read_scenario(const fs::path& file) {
  return load(file, emulator::secrets_manager(), verdict::read_expect);
}

bool update() { return std::getenv("STUNT_UPDATE_GOLDEN") != nullptr; }

class RoundTrip : public testing::TestWithParam<fs::path> {};

TEST_P(RoundTrip, EndsInTheSameBytes) {
  const auto written = write(read_scenario(GetParam()));
  EXPECT_EQ(
      write(load_text(written, GetParam(), emulator::secrets_manager(), verdict::read_expect)),
      written);
}

// STUNT_UPDATE_GOLDEN=1 writes the golden files anew.
TEST_P(RoundTrip, IsWrittenAsBefore) {
  const auto written = write(read_scenario(GetParam()));
  if (update()) std::ofstream(golden(GetParam()), std::ios::binary) << written;
  EXPECT_EQ(written, read(golden(GetParam())));
}

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  auto name = info.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); },
      '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, RoundTrip, testing::ValuesIn(files()), test_name);

TEST(Golden, HasNoFileToSpare) {
  std::vector<fs::path> expected, found;
  for (const auto& file : files()) expected.push_back(golden(file));
  for (const auto& entry : fs::directory_iterator(kGolden)) found.push_back(entry.path());
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace stunt::scenarios
