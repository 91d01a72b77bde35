// SPDX-License-Identifier: MIT
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

#include <gtest/gtest.h>

#include "../support/dice.h"
#include "rehearsal.h"

namespace stunt::scenarios {
namespace {

using test::CallBuilder;
using test::secrets_manager;

constexpr int kSecrets = 50;
constexpr int kCallsPerSecret = 200;
constexpr int kThreads = 32;

constexpr const char* kRules = R"(
  - id: errors
    when: { probability: 0.3 }
    then: { error: ThrottlingException }
  - id: delays
    phase: after
    when: { probability: 0.6 }
    then: { delay: { lognormal: { median: 40ms, sigma: 1 } } }
)";

/// Operation, secret, which arrival of them, and what struck it.
using Decision = std::tuple<std::string, std::string, std::uint64_t, std::string>;

/// Runs `work(thread, decisions)` on so many threads and joins what they saw.
template <typename Work>
std::multiset<Decision> run(int threads, Work work) {
  std::vector<std::multiset<Decision>> seen(static_cast<std::size_t>(threads));
  std::vector<std::thread> running;
  for (int t = 0; t < threads; ++t) {
    running.emplace_back([&, t] { work(t, seen[static_cast<std::size_t>(t)]); });
  }
  for (auto& thread : running) thread.join();
  std::multiset<Decision> all;
  for (auto& mine : seen) all.merge(mine);
  return all;
}

/// A director that is called from several threads.
class Crowd {
 public:
  explicit Crowd(std::string_view rules)
      : director(test::rules_of(rules), secrets_manager(), world::Random(7), clock, board),
        handler_(director.inject()([](const aws::Call&) {
          aws::Outcome outcome;
          outcome.reply = http::Reply{};
          return outcome;
        })) {}

  void call(const std::string& secret, std::multiset<Decision>& decisions) {
    CallBuilder built(secrets_manager(), "GetSecretValue", {{"SecretId", secret}});
    aws::Call call = built.call();
    ordinals_.count(call);
    const auto outcome = handler_(call);
    std::string struck;
    for (const auto& fault : outcome.faults) struck += fault.rule + " " + fault.action + ";";
    decisions.emplace(call.operation, call.secret, call.ordinal, struck);
  }

  Board board;
  test::ManualClock clock;
  Director director;

 private:
  aws::Ordinals ordinals_;
  aws::Handler handler_;
};

std::string secret(int number) { return "secret/" + std::to_string(number); }

/// Every thread has secrets of its own.
template <typename Callee>
std::multiset<Decision> disjoint(Callee&& callee, int threads) {
  return run(threads, [&](int thread, auto& decisions) {
    for (int i = 0; i < kCallsPerSecret; ++i) {
      for (int s = thread; s < kSecrets; s += threads) callee.call(secret(s), decisions);
    }
  });
}

/// All threads call for the same secrets, until each secret has had its calls.
template <typename Callee>
std::multiset<Decision> shared(Callee&& callee, int threads) {
  std::atomic<int> next{0};
  return run(threads, [&](int, auto& decisions) {
    for (int i = next++; i < kCallsPerSecret * kSecrets; i = next++) {
      callee.call(secret(i % kSecrets), decisions);
    }
  });
}

TEST(Chance, DecidesTheSameOnOneThreadAndOnMany) {
  const auto one = disjoint(Crowd(kRules), 1);
  EXPECT_EQ(one.size(), std::size_t{kSecrets * kCallsPerSecret});
  EXPECT_EQ(disjoint(Crowd(kRules), kThreads), one);
}

TEST(Chance, DecidesTheSameWhileThreadsRaceForASecret) {
  const auto one = shared(Crowd(kRules), 1);
  EXPECT_EQ(one, disjoint(Crowd(kRules), 1));
  EXPECT_EQ(shared(Crowd(kRules), kThreads), one);
}

/// What chance would be if it were a stream that all threads draw from.
class Stream {
 public:
  void call(const std::string& secret, std::multiset<Decision>& decisions) {
    const std::lock_guard lock(mutex_);
    const bool fires = stream_.percent(30);
    decisions.emplace("GetSecretValue", secret, ++ordinals_[secret], fires ? "errors" : "");
  }

 private:
  std::mutex mutex_;
  test::Dice stream_{7, 0};
  std::map<std::string, std::uint64_t> ordinals_;
};

// The comparison above can fail: the same calls in another order see other faults. To be equal, so
// many threads would have to come in the one order in which a single thread calls.
TEST(Chance, WouldDifferIfItWereAStream) {
  EXPECT_EQ(disjoint(Stream(), 1), disjoint(Stream(), 1));
  EXPECT_NE(disjoint(Stream(), kThreads), disjoint(Stream(), 1));
}

TEST(NthBySecret, DecidesTheSameWhereEachSecretHasOneThread) {
  constexpr const char* kNth =
      "- {id: a, when: {nth: {every: 3}, nthBy: secret}, then: {error: ThrottlingException}}";
  EXPECT_EQ(disjoint(Crowd(kNth), kThreads), disjoint(Crowd(kNth), 1));
}

TEST(NthBySecret, DecidesTheSameWhileThreadsRaceForASecret) {
  constexpr const char* kNth =
      "- {id: a, when: {nth: {every: 3}, nthBy: secret}, then: {error: ThrottlingException}}";
  // Which of two racing calls is the third is theirs to find out; how many are is not.
  Crowd one(kNth), many(kNth);
  shared(one, 1);
  shared(many, kThreads);
  EXPECT_EQ(many.director.counts()[0].fired, one.director.counts()[0].fired);
}

TEST(MaxActive, IsNeverExceeded) {
  Crowd crowd("- {id: a, maxActive: 5, then: {error: ThrottlingException}}");
  const auto seen = shared(crowd, kThreads);
  std::size_t struck = 0;
  for (const auto& decision : seen) struck += std::get<3>(decision).empty() ? 0 : 1;
  EXPECT_EQ(struck, 5u) << "no exchange has ended";
}

TEST(Times, AreKeptOnManyThreads) {
  Crowd crowd("- {id: a, times: 50, when: {nth: {every: 2}}, then: {error: ThrottlingException}}");
  const auto seen = run(8, [&](int, auto& decisions) {
    for (int i = 0; i < 100; ++i) crowd.call("shared", decisions);
  });
  std::size_t struck = 0;
  for (const auto& decision : seen) struck += std::get<3>(decision).empty() ? 0 : 1;
  EXPECT_EQ(struck, 50u);
  EXPECT_EQ(crowd.director.counts()[0].matched, 800u);
  EXPECT_EQ(crowd.director.counts()[0].fired, 50u);
}

}  // namespace
}  // namespace stunt::scenarios
