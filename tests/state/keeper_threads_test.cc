// SPDX-License-Identifier: MIT
#include <thread>
#include <vector>

#include "folder.h"
#include "kept_service.h"

namespace stunt::test {
namespace {

constexpr int kThreads = 8;
constexpr int kCalls = 40;

TEST(KeeperThreads, EveryAnsweredWriteIsInTheFileInItsOrder) {
  const Folder folder;
  Json stages;
  {
    KeptService life(folder / "state");
    life.service.create("shared");
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&life, t] {
        const auto mine = "own" + std::to_string(t);
        life.service.create(mine, "0");
        for (int i = 1; i <= kCalls; ++i) {
          EXPECT_EQ(life.service.put(mine, std::to_string(i)).error(), "ok");
          EXPECT_EQ(life.service.put("shared", mine).error(), "ok");
          EXPECT_EQ(life.service.get(mine)["SecretString"], std::to_string(i));
        }
      });
    }
    for (auto& thread : threads) thread.join();
    stages = life.service.stages("shared");
  }
  KeptService next(folder / "state");
  EXPECT_EQ(next.restored, std::size_t(kThreads + 1));
  EXPECT_EQ(next.service.stages("shared"), stages);
  for (int t = 0; t < kThreads; ++t) {
    EXPECT_EQ(next.service.get("own" + std::to_string(t))["SecretString"], std::to_string(kCalls));
  }
}

}  // namespace
}  // namespace stunt::test
