// SPDX-License-Identifier: MIT
#include "scenarios/nth.h"

#include <gtest/gtest.h>

#include "input/document.h"

namespace stunt::scenarios {
namespace {

Nth read(std::string_view yaml) {
  input::Problems problems("f");
  const auto document = *input::parse_document(yaml, problems);
  const auto nth = read_nth(input::Value(document.root(), "", problems));
  problems.throw_if_any();
  return *nth;
}

/// The arrivals up to the 12th that are included.
std::vector<int> included(std::string_view yaml) {
  const auto nth = read(yaml);
  std::vector<int> arrivals;
  for (int i = 1; i <= 12; ++i) {
    if (nth.includes(static_cast<std::uint64_t>(i))) arrivals.push_back(i);
  }
  return arrivals;
}

std::string canonical(std::string_view yaml) { return to_json(read(yaml)).dump(); }

using Arrivals = std::vector<int>;

TEST(Nth, IsOneArrival) { EXPECT_EQ(included("3"), (Arrivals{3})); }

TEST(Nth, IsAListInAnyOrder) {
  EXPECT_EQ(included("[5, 1, 3, 3]"), (Arrivals{1, 3, 5}));
  EXPECT_EQ(included("[7]"), (Arrivals{7}));
}

TEST(Nth, IsTheFirstFew) {
  EXPECT_EQ(included("{first: 1}"), (Arrivals{1}));
  EXPECT_EQ(included("{first: 4}"), (Arrivals{1, 2, 3, 4}));
}

TEST(Nth, IsEveryOneOfSo) {
  EXPECT_EQ(included("{every: 3}"), (Arrivals{3, 6, 9, 12}));
  EXPECT_EQ(included("{every: 3, offset: 0}"), (Arrivals{3, 6, 9, 12}));
  EXPECT_EQ(included("{every: 3, offset: 1}"), (Arrivals{1, 4, 7, 10}));
  EXPECT_EQ(included("{every: 3, offset: 2}"), (Arrivals{2, 5, 8, 11}));
  EXPECT_EQ(included("{every: 1}"), (Arrivals{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
}

TEST(Nth, IsARange) {
  EXPECT_EQ(included("{from: 9}"), (Arrivals{9, 10, 11, 12}));
  EXPECT_EQ(included("{from: 2, to: 4}"), (Arrivals{2, 3, 4}));
  EXPECT_EQ(included("{from: 2, to: 2}"), (Arrivals{2}));
}

TEST(Nth, IsWrittenInOneWay) {
  EXPECT_EQ(canonical("3"), "3");
  EXPECT_EQ(canonical("[3]"), "3");
  EXPECT_EQ(canonical("[3, 1, 3]"), "[1,3]");
  EXPECT_EQ(canonical("{first: 2}"), R"({"first":2})");
  EXPECT_EQ(canonical("{from: 1, to: 2}"), R"({"first":2})");
  EXPECT_EQ(canonical("{every: 3}"), R"({"every":3,"offset":0})");
  EXPECT_EQ(canonical("{every: 3, offset: 2}"), R"({"every":3,"offset":2})");
  EXPECT_EQ(canonical("{every: 1}"), R"({"from":1})");
  EXPECT_EQ(canonical("{from: 5}"), R"({"from":5})");
  EXPECT_EQ(canonical("{from: 5, to: 9}"), R"({"from":5,"to":9})");
}

}  // namespace
}  // namespace stunt::scenarios
