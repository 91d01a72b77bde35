// SPDX-License-Identifier: MIT
//
// Runs the example suite many times in any order, and looks for what it leaves behind.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <thread>

#include <gmock/gmock.h>

namespace {

std::ptrdiff_t threads() {
  const std::filesystem::directory_iterator tasks("/proc/self/task"), end;
  return std::distance(tasks, end);
}

}  // namespace

int main(int argc, char** argv) {
  std::thread([] {}).join();  // a sanitizer has one of its own from the first on
  const auto before = threads();
  // GTEST_REPEAT and --gtest_repeat say it otherwise.
  if (!std::getenv("GTEST_REPEAT")) GTEST_FLAG_SET(repeat, STUNT_GTEST_REPEAT);
  GTEST_FLAG_SET(shuffle, true);
  testing::InitGoogleMock(&argc, argv);
  const int failed = RUN_ALL_TESTS();
  if (const auto left = threads() - before; left != 0) {
    std::cerr << left << " threads are left behind\n";
    return 1;
  }
  return failed;
}
