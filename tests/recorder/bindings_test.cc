// SPDX-License-Identifier: MIT
#include "recorder/replay/bindings.h"

#include <vector>

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

std::vector<Pseudonym> list(std::initializer_list<std::uint64_t> numbers) {
  std::vector<Pseudonym> pseudonyms;
  for (const auto number : numbers) pseudonyms.push_back({number, SecretKind::text});
  return pseudonyms;
}

TEST(Bindings, HoldOneForOneBothWays) {
  Bindings bindings;
  EXPECT_FALSE(bindings.clash(list({1, 2}), list({7, 8})));
  bindings.bind(list({1, 2}), list({7, 8}));
  EXPECT_EQ(bindings.live(1), 7u);
  EXPECT_EQ(bindings.live(3), std::nullopt);
  EXPECT_FALSE(bindings.clash(list({2, 1, 3}), list({8, 7, 9})));
  EXPECT_EQ(bindings.clash(list({1}), list({8})), 0u);
  EXPECT_EQ(bindings.clash(list({3, 1}), list({9, 9})), 1u);
  EXPECT_EQ(bindings.clash(list({3}), list({7})), 0u);
}

TEST(Bindings, DoNotContradictThemselvesWithinOneRequest) {
  const Bindings bindings;
  EXPECT_EQ(bindings.clash(list({1, 1}), list({5, 6})), 1u);
  EXPECT_EQ(bindings.clash(list({1, 2}), list({5, 5})), 1u);
  EXPECT_FALSE(bindings.clash(list({1, 1}), list({5, 5})));
}

}  // namespace
}  // namespace stunt::recorder
