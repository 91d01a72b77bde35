// SPDX-License-Identifier: MIT
#include "harness/script/listeners.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

namespace stunt::harness {
namespace {

TEST(Listeners, AreToldUntilTheyLeave) {
  Listeners listeners;
  int first = 0, second = 0;
  auto one = listeners.add([&] { ++first; });
  const auto other = listeners.add([&] { ++second; });
  listeners.tell();
  one.reset();
  listeners.tell();
  EXPECT_EQ(first, 1);
  EXPECT_EQ(second, 2);
}

TEST(Listeners, WhoHasLeftIsNotToldAnyMore) {
  Listeners listeners;
  std::atomic<bool> stop{false};
  std::thread teller([&] {
    while (!stop) listeners.tell();
  });
  for (int i = 0; i < 1000; ++i) {
    auto there = std::make_unique<std::atomic<int>>(0);
    auto listens = listeners.add([&told = *there] { ++told; });
    listens.reset();
    const int told = *there;
    EXPECT_EQ(told, there->load());
    there.reset();  // a sanitizer sees who tells it now
  }
  stop = true;
  teller.join();
}

}  // namespace
}  // namespace stunt::harness
