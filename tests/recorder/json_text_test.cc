// SPDX-License-Identifier: MIT
#include "recorder/redaction/json_text.h"

#include <string>

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

std::string leaves(std::string_view text) {
  std::string all;
  for (const auto& piece : split_json(text)) {
    if (piece.role == JsonPiece::Role::leaf) all.append(piece.text).append(" ");
  }
  return all;
}

TEST(SplitJson, FindsLeavesAndNotNames) {
  EXPECT_EQ(leaves(R"({ "a" : "x", "b":[1.10,true , null,{"c":"y:z"}] })"),
            R"("x" 1.10 true "y:z" )");
}

TEST(SplitJson, SeesThroughEscapes) {
  EXPECT_EQ(leaves(R"({"a\"":"x\\","b":"\"]"})"), R"("x\\" "\"]" )");
}

TEST(SplitJson, LosesNothing) {
  const std::string text = "\n { \"a\" : [ 1 , \"b\" ] } ";
  std::string again;
  for (const auto& piece : split_json(text)) again.append(piece.text);
  EXPECT_EQ(again, text);
}

TEST(SplitJson, IsOnlyForObjectsAndArrays) {
  for (const char* text : {"", " ", "5", "\"a\"", "null", "{", "{'a':1}", "hunter22", "[1,]"}) {
    EXPECT_TRUE(split_json(text).empty()) << text;
  }
  EXPECT_FALSE(split_json("{}").empty());
}

}  // namespace
}  // namespace stunt::recorder
