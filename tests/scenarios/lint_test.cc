// SPDX-License-Identifier: MIT
#include "scenarios/lint/lint.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "corpus_file.h"
#include "emulator/model/secrets_manager.h"
#include "verdict/expectation.h"

namespace stunt::scenarios {
namespace {

std::vector<std::string> warnings_of(const fs::path& file) {
  std::vector<std::string> warnings;
  for (const auto& warning :
       check(file, emulator::secrets_manager(), verdict::read_expect).warnings) {
    warnings.push_back(to_warning(warning));
  }
  return warnings;
}

class Warned : public testing::TestWithParam<fs::path> {};

TEST_P(Warned, IsWarnedOfWhatItSays) {
  EXPECT_EQ(warnings_of(GetParam()), test::expected_lines(GetParam()));
}

TEST_P(Warned, SaysSo) { EXPECT_FALSE(test::expected_lines(GetParam()).empty()); }

INSTANTIATE_TEST_SUITE_P(Corpus, Warned,
                         testing::ValuesIn(test::scenario_files("tests/scenarios/corpus/warned")),
                         test::file_name);

class Exemplary : public testing::TestWithParam<fs::path> {};

TEST_P(Exemplary, HasNoWarning) { EXPECT_EQ(warnings_of(GetParam()), std::vector<std::string>()); }

INSTANTIATE_TEST_SUITE_P(Library, Exemplary,
                         testing::ValuesIn(test::scenario_files("scenarios/library")),
                         test::file_name);
INSTANTIATE_TEST_SUITE_P(Examples, Exemplary,
                         testing::ValuesIn(test::scenario_files("examples/scenarios")),
                         test::file_name);

TEST(Lint, RefusesWhatDoesNotLoad) {
  EXPECT_THROW(check("missing.yaml", emulator::secrets_manager()), input::BadInput);
  EXPECT_THROW(check_text("version: 2", "f", emulator::secrets_manager()), input::BadInput);
}

TEST(Lint, GivesTheScenarioThatItLookedThrough) {
  const auto checked = check_text(
      "version: 1\nscenario: x\nrules: [{ id: a, when: { probability: 0 }, then: { delay: 0 } }]",
      "f", emulator::secrets_manager());
  EXPECT_EQ(checked.scenario.rules.size(), 1u);
  ASSERT_EQ(checked.warnings.size(), 1u);
  EXPECT_EQ(checked.warnings[0].pointer, "/rules/0/when/probability");
}

TEST(Lint, FindsOneRuleBehindManyOthers) {
  std::string text = "version: 1\nscenario: x\nrules:\n";
  const auto add = [&](const std::string& id, const std::string& secret) {
    text += "- { id: " + id + ", when: { secretId: " + secret +
            " }, then: { error: InternalServiceError } }\n";
  };
  for (int i = 0; i < 1'999; ++i) add("r" + std::to_string(i), "s" + std::to_string(i));
  add("last", "s1000");
  const auto warnings = check_text(text, "f", emulator::secrets_manager()).warnings;
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(to_warning(warnings[0]),
            "f:2003:3: warning: /rules/1999: this rule never fires: 'r1000' in line 1004 takes "
            "every call that it is about; put it before that one, or let that one fire less often: "
            "times, nth");
}

}  // namespace
}  // namespace stunt::scenarios
