// SPDX-License-Identifier: MIT
#include "aws/ordinals.h"

#include <map>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "../support/call_builder.h"
#include "tiny_service.h"

namespace stunt::aws {
namespace {

using test::CallBuilder;
using test::tiny_service;

TEST(Ordinals, CountEachKeyByItself) {
  Ordinals ordinals;
  const auto count = [&](std::string_view operation, const char* box, const char* key) {
    CallBuilder built(tiny_service(), operation, {{"BoxId", box}});
    built.signed_by(key);
    Call call = built.call();
    ordinals.count(call);
    return std::pair(call.seq, call.ordinal);
  };
  EXPECT_EQ(count("PutBox", "a", "K1"), std::pair(1ul, 1ul));
  EXPECT_EQ(count("PutBox", "a", "K1"), std::pair(2ul, 2ul));
  EXPECT_EQ(count("PutBox", "b", "K1"), std::pair(3ul, 1ul));
  EXPECT_EQ(count("PutBox", "a", "K2"), std::pair(4ul, 1ul));
  EXPECT_EQ(count("ListBoxes", "a", "K1"), std::pair(5ul, 1ul));
  EXPECT_EQ(count("PutBox", "a", "K1"), std::pair(6ul, 3ul));
}

TEST(Ordinals, CountNothingTwiceOnManyThreads) {
  Ordinals ordinals;
  constexpr int kThreads = 4, kCalls = 500;
  std::vector<std::vector<std::uint64_t>> seqs(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      CallBuilder built(tiny_service(), "PutBox", {{"BoxId", "shared"}});
      Call call = built.call();
      for (int i = 0; i < kCalls; ++i) {
        ordinals.count(call);
        EXPECT_EQ(call.seq, call.ordinal);
        seqs[t].push_back(call.seq);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  std::map<std::uint64_t, int> seen;
  for (const auto& mine : seqs) {
    for (const auto seq : mine) ++seen[seq];
  }
  EXPECT_EQ(seen.size(), std::size_t(kThreads * kCalls));
  EXPECT_EQ(seen.rbegin()->first, std::uint64_t(kThreads * kCalls));
}

}  // namespace
}  // namespace stunt::aws
