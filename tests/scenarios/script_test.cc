// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "scenarios/load.h"
#include "secrets_manager_table.h"

namespace stunt::scenarios {
namespace {

namespace fs = std::filesystem;

class ScriptFiles : public testing::Test {
 protected:
  ScriptFiles() { fs::create_directories(folder_); }
  ~ScriptFiles() override { fs::remove_all(folder_); }

  fs::path file(const char* name, const std::string& text) {
    const auto path = folder_ / name;
    std::ofstream(path) << "version: 1\nscenario: x\n" << text;
    return path;
  }

  Script load(std::vector<fs::path> files) {
    return load_all(files, test::secrets_manager()).front();
  }

  std::string refusal(std::vector<fs::path> files) {
    try {
      load(std::move(files));
    } catch (const input::BadInput& bad) {
      return bad.what();
    }
    return "";
  }

  const fs::path folder_ =
      fs::path(testing::TempDir()) /
      (std::string("script_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ScriptFiles, AreJoinedInTheirOrder) {
  const auto a = file("a.yaml", "seed: 7\nrules: [{id: one, then: {delay: 0}}]");
  const auto b =
      file("b.yaml", "rules: [{id: two, then: {delay: 0}}, {id: three, then: {delay: 0}}]");
  const auto script = load({b, a});
  EXPECT_EQ(script.seed, 7u);
  ASSERT_EQ(script.rules.size(), 3u);
  EXPECT_EQ(script.rules[0].id, "two");
  EXPECT_EQ(script.rules[1].id, "three");
  EXPECT_EQ(script.rules[2].id, "one");
  EXPECT_EQ(to_string(script.rules[2].at), a.string() + ":4:9");
}

TEST_F(ScriptFiles, MayBeNone) {
  const auto script = load({});
  EXPECT_FALSE(script.seed);
  EXPECT_TRUE(script.rules.empty());
}

TEST_F(ScriptFiles, MayAgreeOnASeed) {
  EXPECT_EQ(load({file("a.yaml", "seed: 7"), file("b.yaml", ""), file("c.yaml", "seed: 7")}).seed,
            7u);
}

TEST_F(ScriptFiles, DoNotHaveTwoSeeds) {
  const auto a = file("a.yaml", "seed: 7"), b = file("b.yaml", "seed: 8");
  EXPECT_EQ(refusal({a, b}), b.string() + ":3:7: /seed: the seed 8 is the second one; " +
                                 a.string() + ":3:7 says 7");
}

TEST_F(ScriptFiles, DoNotShareIds) {
  const auto a = file("a.yaml", "rules:\n  - {id: one, then: {delay: 0}}\n");
  const auto b =
      file("b.yaml", "rules:\n  - {id: two, then: {delay: 0}}\n  - {id: one, then: {delay: 0}}");
  EXPECT_EQ(refusal({a, b}), b.string() +
                                 ":5:5: the id 'one' is taken; the first rule with it is at " +
                                 a.string() + ":4:5");
}

TEST_F(ScriptFiles, TellTheProblemsOfAll) {
  const auto a = file("a.yaml", "sed: 7"), b = file("b.yaml", "seed: -1");
  EXPECT_EQ(refusal({a, folder_ / "missing.yaml", b}),
            a.string() + ":3:1: /sed: unknown member 'sed'; did you mean 'seed'?\n" +
                (folder_ / "missing.yaml").string() +
                ": cannot be read: No such file or directory\n" + b.string() +
                ":3:7: /seed: expected an integer from 0 to 18446744073709551615, but this is -1");
}

TEST_F(ScriptFiles, ShareTheirMachines) {
  const auto a = file("a.yaml", "state: {x: one, y: two}"), b = file("b.yaml", "state: {y: two}");
  EXPECT_EQ(load_all(std::vector{a, b}, test::secrets_manager()).front().states,
            (Board::States{{"x", "one"}, {"y", "two"}}));
}

TEST_F(ScriptFiles, DoNotBeginAMachineInTwoStates) {
  const auto a = file("a.yaml", "state: {x: one}"), b = file("b.yaml", "state: {x: two}");
  EXPECT_EQ(refusal({a, b}), b.string() + ":3:9: /state/x: the machine 'x' begins in two states; " +
                                 a.string() + ":3:9 says 'one'");
}

}  // namespace
}  // namespace stunt::scenarios
