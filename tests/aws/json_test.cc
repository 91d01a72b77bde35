// SPDX-License-Identifier: MIT
#include "aws/json.h"

#include <string>

#include <gtest/gtest.h>

namespace stunt::aws {
namespace {

TEST(ParseJson, KeepsTheOrderOfMembers) {
  EXPECT_EQ(parse_json(R"({"b":1,"a":2})")->dump(), R"({"b":1,"a":2})");
}

TEST(ParseJson, RefusesWhatIsNotJson) {
  for (const char* text :
       {"", "{", "{\"a\":1}x", "{'a':1}", "\xff", "\"\xc3\"", "{\"a\":01}", "nul"}) {
    EXPECT_FALSE(parse_json(text)) << text;
  }
}

TEST(ParseJson, LimitsNesting) {
  const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(kDeepest)));
  EXPECT_FALSE(parse_json(nested(kDeepest + 1)));
  EXPECT_FALSE(parse_json(std::string(1 << 20, '[')));
}

TEST(ParseJson, LimitsTheMembersOfEachObject) {
  const auto object = [](int members) {
    std::string text = "{";
    for (int i = 0; i < members; ++i) text += "\"k" + std::to_string(i) + "\":\":\",";
    text.back() = '}';
    return text;
  };
  EXPECT_TRUE(parse_json(object(kWidest)));
  EXPECT_FALSE(parse_json(object(kWidest + 1)));
  EXPECT_TRUE(parse_json("[" + object(kWidest) + "," + object(kWidest) + "]"));
  EXPECT_FALSE(parse_json("{\"a\":[" + object(kWidest + 1) + "]}"));
}

TEST(ParseJson, DoesNotCountBracketsInStrings) {
  EXPECT_TRUE(parse_json("\"" + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\""));
}

TEST(Member, OfNullCountsAsAbsent) {
  const Json object = {{"a", nullptr}, {"b", "x"}, {"c", 3}};
  EXPECT_EQ(member(object, "a"), nullptr);
  EXPECT_NE(member(object, "b"), nullptr);
  EXPECT_EQ(member(object, "d"), nullptr);
  EXPECT_EQ(member(Json(7), "a"), nullptr);
  EXPECT_EQ(text_member(object, "b"), "x");
  EXPECT_EQ(text_member(object, "c"), "");
}

}  // namespace
}  // namespace stunt::aws
