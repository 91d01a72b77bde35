// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "input/fields.h"
#include "parsed.h"

namespace stunt::input {
namespace {

/// What is wrong with a line; empty if nothing is.
std::string wrong_with(std::string_view text) {
  Problems problems("f");
  const auto document = parse_json_line(text, 7, problems);
  EXPECT_EQ(document.has_value(), problems.empty()) << text;
  return test::complaints(problems);
}

std::string text_of(std::string_view line) {
  Problems problems("f");
  const auto document = parse_json_line(line, 1, problems);
  return document ? document->root().text : "none";
}

TEST(JsonLine, IsATreeWithPositions) {
  Problems problems("f");
  const auto document = parse_json_line(R"({"é": [1, "b"], "c": {"d": null}} )", 3, problems);
  ASSERT_TRUE(document);
  const auto& members = document->root().members;
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0].name, "é");
  EXPECT_EQ(members[0].value->items[1]->text, "b");
  EXPECT_EQ(members[0].value->items[1]->at, (Position{3, 11}));
  EXPECT_EQ(members[1].at, (Position{3, 17}));
  EXPECT_EQ(members[1].value->members[0].value->scalar.kind, Kind::null);
}

TEST(JsonLine, KnowsKinds) {
  Problems problems("f");
  const auto kind = [&](std::string_view text) {
    return parse_json_line(text, 1, problems)->root().scalar.kind;
  };
  EXPECT_EQ(kind("-12"), Kind::integer);
  EXPECT_EQ(kind("1.5e-3"), Kind::number);
  EXPECT_EQ(kind("true"), Kind::boolean);
  EXPECT_EQ(kind("\"true\""), Kind::text);
  EXPECT_EQ(kind("[]"), Kind::list);
  EXPECT_EQ(kind(" {} "), Kind::object);
}

TEST(JsonLine, ReadsEscapes) {
  EXPECT_EQ(text_of(R"("a\n\t\"\\\/\u0041\u00e9\u20ac\ud83d\ude00")"), "a\n\t\"\\/Aé€😀");
}

TEST(JsonLine, RefusesWhatIsNoJson) {
  for (const char* text :
       {"",        "{",       "[1",          "{\"a\"}",     "{\"a\":}",    "{\"a\":1,}",
        "[1,]",    "{a: 1}",  "'a'",         "01",          "1.",          ".5",
        "+1",      "1e",      "-",           "nul",         "True",        "\"a",
        "\"a\\\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\t\"",
        "1 2",     "{} {}",   "]",           "\"\xff\"",    "\"\xc3\"",    "0x10",
        "1_000"}) {
    EXPECT_NE(wrong_with(text), "") << text;
  }
}

TEST(JsonLine, SaysWhereAndNeverWhat) {
  EXPECT_EQ(wrong_with(R"({"é": hunter2})"),
            "f:7:7: this is not JSON; texts stand in double quotes");
  EXPECT_EQ(wrong_with(R"({"a": 1, "a": 2})"), "f:7:10: a second 'a' in this object; keep one");
  EXPECT_EQ(wrong_with(R"({"a": "x)"), "f:7:7: this text is never closed; close the quotes");
  EXPECT_EQ(wrong_with("{} x"), "f:7:4: something stands behind the value; one value a line");
}

TEST(JsonLine, RefusesWhatNestsTooDeep) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(wrong_with(nested(64)), "");
  EXPECT_EQ(wrong_with(nested(65)), "f:7:65: nested too deep");
  EXPECT_NE(wrong_with(std::string(1'000'000, '[')), "");
}

}  // namespace
}  // namespace stunt::input
