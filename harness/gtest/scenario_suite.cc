// SPDX-License-Identifier: MIT
#include "stunt/scenario_suite.h"

#include <exception>
#include <filesystem>
#include <set>

#include <glob.h>
#include <gtest/gtest.h>

#include "harness/embedded/rehearsal.h"
#include "harness/gtest/seed.h"
#include "harness/gtest/source_folder.h"

namespace stunt {
namespace {

/// One scenario file as a test.
class ScenarioTest : public testing::Test {
 public:
  ScenarioTest(std::string file, Client client)
      : file_(std::move(file)), client_(std::move(client)) {}

  void TestBody() override {
    std::string problem;
    try {
      problem = embedded::rehearse(file_, wanted_seed(), client_);
    } catch (const std::exception& error) {
      problem = error.what();
    }
    if (!problem.empty()) fail(problem);
  }

 protected:
  /// At the line that made it a test; no line of ours helps anybody.
  static void fail(const std::string& problem) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    ADD_FAILURE_AT(test->file(), test->line()) << problem;
  }

 private:
  const std::string file_;
  const Client client_;
};

/// Stands for the files that are not there.
class NoScenario : public ScenarioTest {
 public:
  explicit NoScenario(std::string pattern) : ScenarioTest({}, nullptr), pattern_(pattern) {}

  void TestBody() override {
    fail("no file fits " + pattern_ +
         "; a pattern is relative to the folder of the file that it stands in");
  }

 private:
  const std::string pattern_;
};

/// In alphabetical order.
std::vector<std::string> files_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> files;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  return files;
}

std::string name_of(const std::filesystem::path& file) {
  auto name = file.stem().string();
  for (auto& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

/// Files of two folders may have one name; tests may not.
std::string unused(const std::string& name) {
  static std::set<std::string> used;
  auto free = name;
  for (int i = 2; !used.insert(free).second; ++i) free = name + "_" + std::to_string(i);
  return free;
}

}  // namespace

Client Command(std::vector<std::string> words, std::chrono::milliseconds timeout) {
  return
      [words = std::move(words), timeout](const Scope& scope) { return scope.run(words, timeout); };
}

bool RegisterScenarios(const char* source, int line, const std::string& pattern, Client client) {
  const auto whole = folder_of(source) / pattern;
  const auto add = [&](const std::string& name, auto make) {
    testing::RegisterTest("Scenario", unused(name).c_str(), nullptr, nullptr, source, line,
                          [make]() -> ScenarioTest* { return make(); });
  };
  const auto files = files_of(whole.string());
  for (const auto& file : files) {
    add(name_of(file), [file, client] { return new ScenarioTest(file, client); });
  }
  if (files.empty()) {
    add("none", [text = whole.string()] { return new NoScenario(text); });
  }
  return !files.empty();
}

}  // namespace stunt
