// SPDX-License-Identifier: MIT
#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "emulator/model/secrets_manager.h"
#include "verdict/journal.h"

namespace stunt::verdict {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<aws::Exchange> exchange(std::uint64_t seq) {
  auto exchange = std::make_shared<aws::Exchange>();
  exchange->request.headers.add("X-Amz-Target", "secretsmanager.GetSecretValue");
  exchange->call = aws::read_call(exchange->request, emulator::secrets_manager());
  exchange->call.seq = seq;
  return exchange;
}

TEST(JournalThreads, WakesWhoWaitsWhateverTheThreadsDo) {
  constexpr int kThreads = 4, kCalls = 200;
  scenarios::Board board;
  Journal journal(emulator::secrets_manager(), board, {});
  std::atomic<std::uint64_t> seq{0};
  scenarios::Match ended_ok;
  ended_ok.outcome = aws::OutcomeKind::ok;
  std::atomic<int> woken{0};
  std::vector<std::thread> threads;
  for (const auto& match : {scenarios::Match(), ended_ok}) {
    threads.emplace_back([&journal, &woken, match] {
      if (journal.wait_for(match, kThreads * kCalls, 60s)) ++woken;
    });
  }
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < kCalls; ++n) {
        auto one = exchange(++seq);
        journal.arrived(*one, Caller::client);
        one->outcome.reply.emplace();  // what others may not look at
        journal.finished(std::move(one));
      }
    });
  }
  threads.emplace_back([&] {
    for (int n = 0; n < 20; ++n) {
      for (const auto& entry : journal.snapshot().entries) {
        EXPECT_EQ(entry.call().operation, "GetSecretValue");
      }
    }
  });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(woken, 2);
  EXPECT_EQ(journal.snapshot().entries.size(), std::size_t{kThreads * kCalls});
}

}  // namespace
}  // namespace stunt::verdict
