// SPDX-License-Identifier: MIT
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "rehearsal.h"
#include "scenarios/lint/lint.h"
#include "verdict/expectation.h"

namespace stunt::scenarios {
namespace {

std::string page(const char* name = "scenario-format") {
  std::ifstream file("docs/" + std::string(name) + ".md");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The page's YAML examples.
std::vector<std::string> examples(const std::string& text) {
  constexpr std::string_view kBegin = "```yaml\n", kEnd = "```\n";
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

/// What is wrong with a file, or suspicious.
std::string warnings_of(const std::string& text) {
  std::string lines;
  try {
    const auto checked =
        check_text(text, "docs", emulator::secrets_manager(), verdict::read_expect);
    for (const auto& warning : checked.warnings) lines += to_warning(warning) + "\n";
  } catch (const input::BadInput& bad) {
    lines = bad.what();
  }
  return lines;
}

TEST(Recording, HasAnExampleThatLoads) {
  const auto found = examples(page("recording"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(warnings_of("version: 1\nscenario: x\n" + found.front()), "");
}

TEST(ScenarioFormat, HasExamplesThatLoad) {
  int scenarios = 0, blocks = 0, conditions = 0, faults = 0;
  for (const auto& example : examples(page())) {
    if (example.starts_with("version:")) {
      EXPECT_EQ(warnings_of(example), "") << example;
      ++scenarios;
    } else if (example.starts_with("scope:") || example.starts_with("clock:") ||
               example.starts_with("replay:") || example.starts_with("setup:")) {
      EXPECT_EQ(warnings_of("version: 1\nscenario: x\n" + example), "") << example;
      ++blocks;
    } else if (example.starts_with("when:")) {
      const auto rule = "- id: a\n" + indented(example) + "  then: { delay: 0 }\n";
      EXPECT_NO_THROW(test::rules_of(rule)) << rule;
      ++conditions;
    } else if (example.starts_with("then:")) {
      const auto rule = "- id: a\n" + indented(example);
      EXPECT_NO_THROW(test::rules_of(rule)) << rule;
      ++faults;
    }
  }
  EXPECT_EQ(scenarios, 3);
  EXPECT_EQ(blocks, 4);
  EXPECT_EQ(conditions, 3);
  EXPECT_EQ(faults, 2);
}

TEST(ScenarioFormat, NamesEveryCondition) {
  std::ifstream file("scenarios/scenario.schema.json");
  const auto schema = aws::Json::parse(file);
  const auto text = page();
  for (const char* object : {"when", "rule", "scope", "clock", "replay", "call", "step"}) {
    for (const auto& [name, member] : schema["$defs"][object]["properties"].items()) {
      EXPECT_NE(text.find("`" + name + "`"), std::string::npos) << name;
    }
  }
}

TEST(ScenarioFormat, NamesEveryBlock) {
  std::ifstream file("scenarios/scenario.schema.json");
  const auto schema = aws::Json::parse(file);
  const auto text = page();
  for (const auto& [name, block] : schema["properties"].items()) {
    EXPECT_NE(text.find("| `" + name + "` |"), std::string::npos) << name;
  }
}

TEST(Readme, HasAScenarioThatLoads) {
  std::ifstream file("README.md");
  int scenarios = 0;
  for (const auto& example : examples({std::istreambuf_iterator<char>(file), {}})) {
    if (!example.starts_with("version:")) continue;
    EXPECT_EQ(warnings_of(example), "") << example;
    ++scenarios;
  }
  EXPECT_EQ(scenarios, 2);
}

TEST(Faults, HaveExamplesThatLoad) {
  int faults = 0;
  for (const auto& example : examples(page("faults"))) {
    const auto rule = "- id: a\n" + indented(example);
    EXPECT_NO_THROW(test::rules_of(rule)) << rule;
    ++faults;
  }
  EXPECT_GT(faults, 15);
}

TEST(Faults, AreAllOnTheirPageAndInTheList) {
  const auto list = page(), text = page("faults");
  for (const auto& kind : fault_kinds()) {
    EXPECT_NE(list.find("`" + std::string(kind.name) + "`"), std::string::npos) << kind.name;
    EXPECT_NE(text.find(std::string(kind.name) + ":"), std::string::npos) << kind.name;
  }
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
