// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scenarios/load.h"
#include "secrets_manager_table.h"

namespace stunt::scenarios {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = "tests/scenarios/corpus";

std::vector<fs::path> files(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".yaml" || extension == ".json") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// What the file says of its own problems: lines that begin with "#! ", in it or, because JSON has
/// no comments, in a file beside it.
std::vector<std::string> expected(const fs::path& file) {
  constexpr std::string_view kMark = "#! ";
  const auto beside = fs::path(file.string() + ".problems");
  std::ifstream lines(fs::exists(beside) ? beside : file);
  std::vector<std::string> problems;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kMark)) {
      const auto problem = line.substr(kMark.size());
      const bool has_position = problem[0] >= '0' && problem[0] <= '9';
      problems.push_back(file.string() + (has_position ? ":" : ": ") + problem);
    }
  }
  return problems;
}

std::vector<std::string> problems_of(const fs::path& file) {
  std::vector<std::string> problems;
  try {
    load(file, test::secrets_manager());
  } catch (const input::BadInput& bad) {
    for (const auto& problem : bad.problems) problems.push_back(to_string(problem));
  }
  return problems;
}

class Corpus : public testing::TestWithParam<fs::path> {};

TEST_P(Corpus, IsJudgedAsItSays) { EXPECT_EQ(problems_of(GetParam()), expected(GetParam())); }

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name;
  for (const char c : info.param.filename().string()) {
    if (std::isalnum(static_cast<unsigned char>(c))) name += c;
    if (c == '-' || c == '.') name += '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Good, Corpus, testing::ValuesIn(files(kCorpus / "good")), test_name);
INSTANTIATE_TEST_SUITE_P(Broken, Corpus, testing::ValuesIn(files(kCorpus / "broken")), test_name);
INSTANTIATE_TEST_SUITE_P(Semantic, Corpus, testing::ValuesIn(files(kCorpus / "semantic")),
                         test_name);

TEST(CorpusFiles, SayTheirProblemsUnlessTheyAreGood) {
  for (const auto& file : files(kCorpus / "good")) EXPECT_TRUE(expected(file).empty()) << file;
  for (const char* folder : {"broken", "semantic"}) {
    for (const auto& file : files(kCorpus / folder)) EXPECT_FALSE(expected(file).empty()) << file;
  }
}

}  // namespace
}  // namespace stunt::scenarios
