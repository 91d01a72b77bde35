// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "stunt/scope.h"

namespace stunt {

/// What a scenario is played for: called with the world that it plays in; 0 if all went well.
using Client = std::function<int(const Scope&)>;

/// A client that is a command; its environment says where and as whom to call. One that has not
/// ended in time is killed, and fails the test.
Client Command(std::vector<std::string> words,
               std::chrono::milliseconds timeout = std::chrono::seconds(60));

/// Makes each scenario file that fits the pattern a test: "Scenario.lost_create" is
/// lost-create.yaml. (A '-' in a name could not be said in --gtest_filter.) The pattern is relative
/// to the folder of `source`. A file that does its calls in its own steps needs no client. A
/// pattern that fits no file becomes a test that fails.
bool RegisterScenarios(const char* source, int line, const std::string& pattern,
                       Client client = nullptr);

}  // namespace stunt

#define STUNT_JOINED(a, b) a##b
#define STUNT_NAMED(a, b) STUNT_JOINED(a, b)

/// SCENARIO_TEST_SUITE("scenarios/*.yaml", client): see RegisterScenarios().
#define SCENARIO_TEST_SUITE(...)                                               \
  [[maybe_unused]] static const bool STUNT_NAMED(stunt_scenarios_, __LINE__) = \
      ::stunt::RegisterScenarios(__FILE__, __LINE__, __VA_ARGS__)
