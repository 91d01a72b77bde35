// SPDX-License-Identifier: MIT
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

std::string page() {
  std::ifstream file("docs/scenario-format.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The page's YAML examples.
std::vector<std::string> examples() {
  constexpr std::string_view kBegin = "```yaml\n", kEnd = "```\n";
  const auto text = page();
  std::vector<std::string> found;
  for (auto at = text.find(kBegin); at != std::string::npos; at = text.find(kBegin, at)) {
    at += kBegin.size();
    found.push_back(text.substr(at, text.find(kEnd, at) - at));
  }
  return found;
}

std::string indented(const std::string& text) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) result += "  " + line + "\n";
  return result;
}

TEST(ScenarioFormat, HasExamplesThatLoad) {
  int scenarios = 0, faults = 0;
  for (const auto& example : examples()) {
    if (example.starts_with("version:")) {
      EXPECT_NO_THROW(load_text(example, "docs", test::secrets_manager())) << example;
      ++scenarios;
    } else if (example.starts_with("then:")) {
      const auto rule = "- id: a\n" + indented(example);
      EXPECT_NO_THROW(test::rules_of(rule)) << rule;
      ++faults;
    }
  }
  EXPECT_EQ(scenarios, 1);
  EXPECT_EQ(faults, 2);
}

TEST(ScenarioFormat, NamesEveryErrorCode) {
  const auto text = page();
  for (const auto& error : test::secrets_manager().errors) {
    EXPECT_NE(text.find("`" + std::string(error.code) + "`"), std::string::npos) << error.code;
  }
  for (const auto& error : aws::common_errors()) {
    EXPECT_NE(text.find("`" + std::string(error.code) + "`"), std::string::npos) << error.code;
  }
}

}  // namespace
}  // namespace stunt::scenarios
