// SPDX-License-Identifier: MIT
#include "stunt/test.h"

#include <exception>
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

Test::~Test() {
  // TearDown() has let it go, unless somebody overrides that: nothing would be judged, and nobody
  // would know.
  if (!scope_ || std::uncaught_exceptions() > 0 || HasFatalFailure() || IsSkipped()) return;
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  ADD_FAILURE_AT(test->file(), test->line())
      << "nothing is judged of what the whole test expects: a TearDown() of one's own has to call "
         "stunt::Test::TearDown(), as the last thing that it does";
}

void Test::UseSeed(std::uint64_t seed) {
  refuse_late("SCOPED_SEED()");
  options_.seed = seed;
}

void Test::UseVirtualClock() {
  refuse_late("UseVirtualClock()");
  options_.virtual_clock = true;
}

void Test::UseScenario(const std::string& path) {
  refuse_late("UseScenario()");
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  options_.scenario = (folder_of(test->file()) / path).string();
}

void Test::refuse_late(const std::string& what) {
  const std::lock_guard lock(mutex_);
  if (!scope_) return;
  throw std::logic_error(what +
                         " comes too late: the world is there already; say it before On(), "
                         "EXPECT_CALLS(), Endpoint() and whatever else asks for it");
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
  const std::lock_guard lock(mutex_);
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
  if (!IsSkipped()) judge(expectations_, *scope_, epilogue());
  // A rule that never acted may be why something else failed; not where the test broke off.
  if (!HasFatalFailure() && !IsSkipped()) {
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
