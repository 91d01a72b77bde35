// SPDX-License-Identifier: MIT
#include "http/headers.h"

#include <gtest/gtest.h>

namespace stunt::http {
namespace {

TEST(Headers, KeepOrderCaseAndRepetitions) {
  Headers headers = {{"B", "1"}, {"a", "2"}, {"b", "3"}};
  EXPECT_EQ(headers.get("b"), "1");
  EXPECT_EQ(headers.get("A"), "2");
  EXPECT_EQ(headers.get("c"), std::nullopt);
  const Headers same = {{"B", "1"}, {"a", "2"}, {"b", "3"}};
  EXPECT_EQ(headers, same);
}

TEST(Headers, SetReplacesTheFirstAndDropsTheRest) {
  Headers headers = {{"B", "1"}, {"a", "2"}, {"b", "3"}};
  headers.set("b", "4");
  const Headers expected = {{"B", "4"}, {"a", "2"}};
  EXPECT_EQ(headers, expected);
  headers.set("c", "5");
  EXPECT_EQ(headers.get("C"), "5");
  headers.remove("A");
  EXPECT_EQ(headers.size(), 2u);
}

}  // namespace
}  // namespace stunt::http
