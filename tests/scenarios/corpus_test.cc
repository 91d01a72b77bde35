// SPDX-License-Identifier: MIT
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus_file.h"
#include "emulator/model/secrets_manager.h"
#include "scenarios/load.h"
#include "verdict/expectation.h"

namespace stunt::scenarios {
namespace {

const fs::path kCorpus = "tests/scenarios/corpus";

std::vector<std::string> problems_of(const fs::path& file) {
  std::vector<std::string> problems;
  try {
    load(file, emulator::secrets_manager(), verdict::read_expect);
  } catch (const input::BadInput& bad) {
    for (const auto& problem : bad.problems) problems.push_back(to_string(problem));
  }
  return problems;
}

class Corpus : public testing::TestWithParam<fs::path> {};

TEST_P(Corpus, IsJudgedAsItSays) {
  EXPECT_EQ(problems_of(GetParam()), test::expected_lines(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Good, Corpus, testing::ValuesIn(test::scenario_files(kCorpus / "good")),
                         test::file_name);
INSTANTIATE_TEST_SUITE_P(Broken, Corpus,
                         testing::ValuesIn(test::scenario_files(kCorpus / "broken")),
                         test::file_name);
INSTANTIATE_TEST_SUITE_P(Semantic, Corpus,
                         testing::ValuesIn(test::scenario_files(kCorpus / "semantic")),
                         test::file_name);

TEST(CorpusFiles, SayTheirProblemsUnlessTheyAreGood) {
  for (const auto& file : test::scenario_files(kCorpus / "good")) {
    EXPECT_TRUE(test::expected_lines(file).empty()) << file;
  }
  for (const char* folder : {"broken", "semantic"}) {
    for (const auto& file : test::scenario_files(kCorpus / folder)) {
      EXPECT_FALSE(test::expected_lines(file).empty()) << file;
    }
  }
}

}  // namespace
}  // namespace stunt::scenarios
