// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace stunt::scenarios {

namespace fs = std::filesystem;

namespace test {

inline std::vector<fs::path> scenario_files(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".yaml" || extension == ".json") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// What the file says of its own problems or warnings: lines that begin with "#! ", in it or,
/// because JSON has no comments, in a file beside it.
inline std::vector<std::string> expected_lines(const fs::path& file) {
  constexpr std::string_view kMark = "#! ";
  const auto beside = fs::path(file.string() + ".problems");
  std::ifstream lines(fs::exists(beside) ? beside : file);
  std::vector<std::string> expected;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kMark)) {
      const auto problem = line.substr(kMark.size());
      const bool has_position = problem[0] >= '0' && problem[0] <= '9';
      expected.push_back(file.string() + (has_position ? ":" : ": ") + problem);
    }
  }
  return expected;
}

/// For a test's name.
inline std::string file_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name;
  for (const char c : info.param.filename().string()) {
    if (std::isalnum(static_cast<unsigned char>(c))) name += c;
    if (c == '-' || c == '.') name += '_';
  }
  return name;
}

}  // namespace test
}  // namespace stunt::scenarios
