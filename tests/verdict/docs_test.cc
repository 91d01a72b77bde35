// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "script.h"
#include "verdict/invariants/invariant.h"
#include "verdict/kinds.h"
#include "verdict/report/report.h"

namespace stunt::verdict {
namespace {

std::string page() { return test::read_file("docs/verdict.md"); }

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

TEST(VerdictPage, HasExamplesThatAreRead) {
  std::size_t expectations = 0;
  for (const auto& example : examples()) {
    constexpr std::string_view kExpect = "expect:\n";
    ASSERT_TRUE(example.starts_with(kExpect)) << example;
    const auto list = example.substr(kExpect.size());
    EXPECT_EQ(test::problems(list), "") << example;
    expectations += test::expectations(list).size();
  }
  EXPECT_GE(expectations, 15u);
}

TEST(VerdictPage, NamesEveryKindInvariantAndReport) {
  const auto text = page();
  const auto is_named = [&](std::string_view name) {
    return text.find("`" + std::string(name) + "`") != std::string::npos;
  };
  for (const auto& kind : expectation_kinds()) EXPECT_TRUE(is_named(kind.name)) << kind.name;
  for (const auto& one : invariants()) EXPECT_TRUE(is_named(one.name)) << one.name;
  for (const auto& format : report::formats()) EXPECT_TRUE(is_named(format.name)) << format.name;
}

}  // namespace
}  // namespace stunt::verdict
