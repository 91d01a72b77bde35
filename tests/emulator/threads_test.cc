// SPDX-License-Identifier: MIT
#include <set>
#include <thread>
#include <vector>

#include "service.h"

namespace stunt::test {
namespace {

constexpr int kThreads = 8;
constexpr int kCalls = 60;

/// Runs `work` on eight threads at once.
template <typename Work>
void at_once(Work work) {
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) threads.emplace_back([&work, t] { work(t); });
  for (auto& thread : threads) thread.join();
}

class Threads : public Emulator {};

TEST_F(Threads, EachOnASecretOfItsOwnDoNotMeet) {
  at_once([&](int t) {
    const auto name = "own" + std::to_string(t);
    EXPECT_EQ(service.create(name).error(), "ok");
    for (int i = 0; i < kCalls; ++i) {
      const auto value = std::to_string(t) + "/" + std::to_string(i);
      EXPECT_EQ(service.put(name, value).error(), "ok");
      EXPECT_EQ(service.get(name)["SecretString"], value);
    }
  });
  EXPECT_EQ(service.call("ListSecrets", Json::object())["SecretList"].size(), kThreads * 1u);
}

TEST_F(Threads, OnOneSecretLoseNoUpdate) {
  service.create("a");
  std::vector<std::vector<std::string>> made(kThreads);
  at_once([&](int t) {
    for (int i = 0; i < kCalls; ++i) {
      made[t].push_back(service.put("a", "x")["VersionId"].get<std::string>());
    }
  });
  std::set<std::string> versions;
  for (const auto& mine : made) {
    for (const auto& id : mine) {
      versions.insert(id);
      EXPECT_EQ(service.call("GetSecretValue", {{"SecretId", "a"}, {"VersionId", id}}).error(),
                "ok");
    }
  }
  EXPECT_EQ(versions.size(), std::size_t(kThreads * kCalls));
}

TEST_F(Threads, OnOneSecretSeeItsLabelsWhole) {
  service.create("a", "first");
  service.put("a", "second");
  at_once([&](int t) {
    for (int i = 0; i < kCalls; ++i) {
      if (t % 2 == 0) {
        service.put("a", "x");
        continue;
      }
      const auto stages = service.stages("a");
      std::multiset<std::string> labels;
      for (const auto& [id, held] : stages.items()) {
        for (const auto& label : held) labels.insert(label);
      }
      EXPECT_EQ(labels, (std::multiset<std::string>{"AWSCURRENT", "AWSPREVIOUS"}));
    }
  });
}

TEST_F(Threads, ReadThePastWhileItGrowsAndIsForgotten) {
  service.emulator().keep_history(true);
  service.create("a", "first");
  at_once([&](int t) {
    for (int i = 0; i < kCalls; ++i) {
      if (t == 0) {
        service.emulator().keep_history(i % 10 != 9);
      } else if (t % 2 == 0) {
        service.call_on({.visible_after = std::chrono::seconds(i % 2)}, "PutSecretValue",
                        {{"SecretId", "a"}, {"SecretString", "x"}});
        service.clock.advance(std::chrono::milliseconds(100));
      } else {
        const aws::Terms terms{.lag = std::chrono::milliseconds(100 * (i % 3)),
                               .versions_back = static_cast<unsigned>(i % 2)};
        const auto heard = service.call_on(terms, "GetSecretValue", {{"SecretId", "a"}});
        EXPECT_TRUE(heard.error() == "ok" || heard.error() == kNotFound) << heard.error();
      }
    }
  });
  service.emulator().keep_history(true);
  service.put("a", "last");
  EXPECT_EQ(service.get("a")["SecretString"], "last");
}

TEST_F(Threads, CreateANameOnce) {
  std::atomic<int> created = 0;
  at_once([&](int) { created += service.create("a").error() == "ok"; });
  EXPECT_EQ(created, 1);
}

TEST_F(Threads, WithOneTokenMakeOneVersion) {
  service.create("a");
  std::atomic<int> applied = 0;
  at_once([&](int) {
    const auto heard = service.call(
        "PutSecretValue",
        {{"SecretId", "a"}, {"SecretString", "two"}, {"ClientRequestToken", token(2)}});
    EXPECT_EQ(heard["VersionId"], token(2));
    applied += heard.applied == true;
  });
  EXPECT_EQ(applied, 1);
}

}  // namespace
}  // namespace stunt::test
