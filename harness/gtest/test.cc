// SPDX-License-Identifier: MIT
#include "stunt/test.h"

#include <iostream>
#include <stdexcept>

#include "harness/embedded/judge_calls.h"
#include "harness/embedded/scope_parts.h"
#include "harness/gtest/seed.h"
#include "harness/gtest/shared_server.h"
#include "harness/gtest/source_folder.h"

namespace stunt {
namespace {

/// What a scope may be called.
std::string plain(std::string name) {
  constexpr std::size_t kLongest = 60;
  for (auto& c : name) {
    const bool stays = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '.' || c == '_' || c == '-';
    if (!stays) c = '-';
  }
  return name.substr(0, kLongest);
}

/// The name of the current test; with a number behind it if another world of that name lives on,
/// because somebody still holds it.
std::string free_name() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const auto name = plain(std::string(test->test_suite_name()) + "." + test->name());
  const auto& scopes = shared_server().everybody().parts()->stage.scopes();
  auto free = name;
  for (int i = 2; scopes.find(free); ++i) free = name + "." + std::to_string(i);
  return free;
}

}  // namespace

Test::Test() = default;

Test::~Test() = default;

void Test::UseSeed(std::uint64_t seed) {
  if (scope_) throw std::logic_error("the seed comes too late: the world is there already");
  options_.seed = seed;
}

void Test::UseVirtualClock() {
  if (scope_) throw std::logic_error("the clock comes too late: the world is there already");
  options_.virtual_clock = true;
}

void Test::UseScenario(const std::string& path) {
  if (scope_) throw std::logic_error("the scenario comes too late: the world is there already");
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  options_.scenario = (folder_of(test->file()) / path).string();
}

const Scope& Test::World() {
  const std::lock_guard lock(mutex_);
  if (scope_) return *scope_;
  options_.name = free_name();
  if (const auto seed = wanted_seed()) options_.seed = seed;
  scope_ = shared_server().scope(options_);
  return *scope_;
}

CallExpectation& Test::ExpectCalls(const char* file, int line, const Calls& calls) {
  World();
  expectations_.push_back(
      std::make_unique<CallExpectation>(file, line, calls, InSequence::current()));
  return *expectations_.back();
}

testing::AssertionResult Test::Await(const Calls& calls, int count,
                                     std::chrono::microseconds timeout) {
  if (World().await(calls, static_cast<std::uint64_t>(count), timeout)) {
    return testing::AssertionSuccess();
  }
  const auto came = World().transcript(calls);
  auto result = testing::AssertionFailure();
  result << came.size() << " of " << count << " calls came in time";
  if (!came.empty()) result << ":" << testing::PrintToString(came);
  return result;
}

testing::AssertionResult Test::Await(const Calls& calls, const testing::Cardinality& count,
                                     std::chrono::microseconds timeout) {
  return Await(calls, count.ConservativeLowerBound(), timeout);
}

std::string Test::epilogue() { return again(scope_->seed()); }

void Test::TearDown() {
  if (!scope_) return;
  judge(expectations_, *scope_, epilogue());
  if (!HasFailure() && !IsSkipped()) {
    const auto problem = options_.scenario.empty()
                             ? embedded::judge_rules(embedded::evidence_of(*scope_))
                             : scope_->verdict();
    if (!problem.empty()) {
      const auto* test = testing::UnitTest::GetInstance()->current_test_info();
      ADD_FAILURE_AT(test->file(), test->line()) << problem << epilogue();
    }
  }
  if (HasFailure()) std::cout << "[   SEED   ] " << epilogue() << std::endl;
  expectations_.clear();
  scope_.reset();
}

}  // namespace stunt
