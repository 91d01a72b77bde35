// SPDX-License-Identifier: MIT
#include "hammer.h"

#include <algorithm>
#include <atomic>
#include <barrier>
#include <thread>

#include "../emulator/service.h"

namespace stunt::test {
namespace {

/// A version of which there are so few that two threads make the same one now and then.
Command put(std::uint64_t drawn, std::string label) {
  const auto number = static_cast<int>(drawn % 50) + 3;
  return {.what = Command::What::put,
          .label = std::move(label),
          .version = token(number),
          .value = "value " + std::to_string(number)};
}

Command choose(std::uint64_t drawn, bool moves) {
  using What = Command::What;
  const auto rest = drawn / 16;
  switch (drawn % 16) {
    case 0:
      return {.what = What::schedule};
    case 1:
    case 2:
      return {.what = What::restore};
    case 3:
    case 4:
      return {.what = What::describe};
    case 5:
    case 6:
    case 7:
      if (!moves) return put(rest, "CANARY");
      return {.what = What::move,
              .label = "CANARY",
              .version = token(1 + rest % 2),
              .from = token(2 - rest % 2)};
    case 8:
    case 9:
    case 10:
      return put(rest, "AWSCURRENT");
    case 11:
    case 12:
      return {.what = What::read, .label = "CANARY"};
    case 13:
      return {.what = What::read, .label = "AWSPREVIOUS"};
    default:
      return {.what = What::read, .label = "AWSCURRENT"};
  }
}

}  // namespace

History hammer(const Subject& subject, const Hammer& settings, std::uint64_t seed) {
  const world::Random random(seed);
  std::atomic<std::uint64_t> time = 0;
  std::barrier start(settings.threads);
  std::vector<History> seen(settings.threads);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < settings.threads; ++thread) {
    threads.emplace_back([&, thread] {
      const auto who = std::to_string(thread);
      start.arrive_and_wait();
      for (int i = 0; i < settings.commands; ++i) {
        Seen one{.thread = thread, .command = choose(random.draw({who}, i), settings.moves)};
        one.began = ++time;
        one.answer = subject(one.command);
        one.ended = ++time;
        seen[thread].push_back(std::move(one));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  History history;
  for (auto& mine : seen) history.insert(history.end(), mine.begin(), mine.end());
  std::ranges::sort(history, {}, &Seen::began);
  return history;
}

}  // namespace stunt::test
