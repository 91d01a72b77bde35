// SPDX-License-Identifier: MIT
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "player.h"

namespace stunt::recorder {
namespace {

using test::get;
using test::put;

TEST(ReplayThreads, GiveEachAnswerOnce) {
  constexpr int kThreads = 8, kEach = 50;
  test::Tape tape;
  for (int i = 0; i < kThreads * kEach; ++i) {
    tape.add(get("shared").answer(200, {{"VersionId", std::to_string(i)}}));
  }
  test::Player player(std::move(tape));
  std::mutex mutex;
  std::set<std::string> seen;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < kEach; ++i) {
        const auto version = player.body(get("shared"))["VersionId"].get<std::string>();
        const std::lock_guard lock(mutex);
        seen.insert(version);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(seen.size(), std::size_t(kThreads * kEach));
}

TEST(ReplayThreads, KeepEachClientsSecretsApart) {
  constexpr int kThreads = 8;
  test::Tape tape;
  for (int t = 0; t < kThreads; ++t) {
    const auto id = "client/" + std::to_string(t), secret = "recorded-" + std::to_string(t);
    tape.add(put(id, secret)).add(test::got(id, secret));
  }
  test::Player player(std::move(tape));
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      const auto id = "client/" + std::to_string(t), mine = "today's-" + std::to_string(t);
      player.answer(put(id, mine));
      if (player.body(get(id))["SecretString"] == mine) ++right;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, kThreads);
}

TEST(ReplayThreads, TakeTurnsAlsoWhereSecretsAreCompared) {
  constexpr int kThreads = 8, kEach = 25;
  test::Tape tape;
  for (int i = 0; i < kThreads * kEach; ++i) {
    tape.add(put("shared", "recorded-1").answer(200, {{"Name", std::to_string(i)}}));
  }
  test::Player player(std::move(tape));
  std::mutex mutex;
  std::set<std::string> seen;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < kEach; ++i) {
        const auto name = player.body(put("shared", "today's"))["Name"].get<std::string>();
        const std::lock_guard lock(mutex);
        seen.insert(name);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(seen.size(), std::size_t(kThreads * kEach));
  EXPECT_TRUE(player.replay().unused().empty());
}

TEST(ReplayThreads, MissAndAskTheEngineBesideOthers) {
  constexpr int kThreads = 8, kEach = 25;
  test::Tape tape;
  for (int i = 0; i < kEach; ++i) tape.add(get("known"));
  test::Player player(std::move(tape), {.exhausted = Exhausted::engine},
                      {.beyond = [](const aws::Call&) {
                        aws::Outcome outcome;
                        outcome.reply = http::Reply{200, {}, R"({"Name":"live"})"};
                        return outcome;
                      }});
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < kEach; ++i) {
        player.answer(get("known"));
        player.answer(get("unknown"));
        player.replay().status();
      }
    });
  }
  for (auto& thread : threads) thread.join();
  const auto status = player.replay().status();
  EXPECT_EQ(status.played, std::size_t(kEach));
  EXPECT_EQ(status.beyond, std::size_t((kThreads - 1) * kEach));
  EXPECT_EQ(status.misses, std::size_t(kThreads * kEach));
}

}  // namespace
}  // namespace stunt::recorder
