// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "stunt/call_expectation.h"
#include "stunt/mock_handler.h"
#include "stunt/scope.h"

namespace stunt {

/// A fixture with a world of its own for each test, on one server for all tests of the program. The
/// world comes to be when it is first asked for, and leaves in TearDown(), where all that is
/// expected of the whole test is judged: EXPECT_CALLS(), that rules acted that must, and the
/// scenario if there is one. Who overrides TearDown() calls this one last.
class Test : public testing::Test {
 public:
  Test();
  ~Test() override;

 protected:
  void TearDown() override;

  // What the world is to be; before it is first asked for. The seed is that of the variable
  // STUNT_SEED, else of --gtest_random_seed, else this one, else 0.
  void UseSeed(std::uint64_t seed);
  void UseVirtualClock();
  void UseScenario(const std::string& path);

  /// The world.
  const Scope& World();

  // What its clients have to be told.
  const std::string& Endpoint() { return World().endpoint(); }
  const std::string& AccessKeyId() { return World().access_key_id(); }
  const std::string& SecretAccessKey() { return World().secret_access_key(); }
  const std::string& Region() { return World().region(); }
  std::vector<std::string> Environment() { return World().environment(); }

  /// Runs a client as a command in that environment; its exit status. One that has not ended in
  /// time is killed, and fails the test.
  int Run(const std::vector<std::string>& command,
          std::chrono::milliseconds timeout = std::chrono::seconds(60)) {
    return World().run(command, timeout);
  }

  /// A rule for the calls that meet all conditions.
  template <typename... Conditions>
  Rule On(const Conditions&... conditions) {
    return World().on(conditions...);
  }

  /// From now on the mock answers in place of the engine.
  void AnswerWith(MockHandler& mock) { mock.StandInFor(World()); }

  /// A call without a socket.
  Answer Call(const std::string& operation, const std::string& json, const Headers& headers = {}) {
    return World().call(operation, json, headers);
  }

  /// The calls so far that meet all conditions.
  template <typename... Conditions>
  Exchanges Transcript(const Conditions&... conditions) {
    return World().transcript(All(Calls(), conditions...));
  }

  /// A secret as the engine has it.
  stunt::Secret Secret(const std::string& name) { return World().secret(name); }

  /// Waits until so many such calls have arrived; where the outcome matters, until they have ended.
  /// False, with what has come instead, if they did not within real time.
  testing::AssertionResult Await(const Calls& calls, int count, std::chrono::microseconds timeout);
  testing::AssertionResult Await(const Calls& calls, const testing::Cardinality& count,
                                 std::chrono::microseconds timeout);

  /// The world's clock.
  class ScopeClock {
   public:
    explicit ScopeClock(const Scope& scope) : scope_(scope) {}

    /// Moves it, and has all done that falls due. Of a world with UseVirtualClock().
    void Advance(std::chrono::microseconds by) { scope_.advance(by); }

   private:
    const Scope& scope_;
  };
  ScopeClock Clock() { return ScopeClock(World()); }

  /// What EXPECT_CALLS() does; from any thread.
  CallExpectation& ExpectCalls(const char* file, int line, const Calls& calls);

 private:
  void refuse_late(const std::string& what);
  std::string epilogue();

  std::mutex mutex_;  ///< clients on other threads may be the first to ask for the world, or expect
  ScopeOptions options_;
  std::optional<Scope> scope_;
  std::vector<std::unique_ptr<CallExpectation>> expectations_;
};

}  // namespace stunt

/// Expects calls that meet all conditions of the test that it stands in, from its beginning to its
/// end: at least one, unless .Times() follows.
#define EXPECT_CALLS(...) \
  this->ExpectCalls(__FILE__, __LINE__, ::stunt::All(::stunt::Calls() __VA_OPT__(, ) __VA_ARGS__))

/// What chance decides in the world of the test: the same with the same seed.
#define SCOPED_SEED(seed) this->UseSeed(seed)
