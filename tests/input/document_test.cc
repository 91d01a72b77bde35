// SPDX-License-Identifier: MIT
#include "input/document.h"

#include <gtest/gtest.h>

#include "parsed.h"

namespace stunt::input {
namespace {

using test::complaints;

Document parsed(std::string_view text) {
  Problems problems("f");
  auto document = parse_document(text, problems);
  EXPECT_EQ(complaints(problems), "");
  if (!document) throw std::runtime_error("no document");
  return std::move(*document);
}

/// A tree as text: kind letters, values, positions of scalars.
std::string shown(const Node& node) {
  const auto at = "@" + std::to_string(node.at.line) + ":" + std::to_string(node.at.column);
  switch (node.scalar.kind) {
    case Kind::null:
      return "null" + at;
    case Kind::boolean:
      return (node.scalar.boolean ? "true" : "false") + at;
    case Kind::integer:
      return "i" + std::to_string(node.scalar.magnitude) + at;
    case Kind::number:
      return "n" + node.text + at;
    case Kind::text:
      return "\"" + node.text + "\"" + at;
    case Kind::list: {
      std::string text = "[";
      for (const auto* item : node.items) text += shown(*item) + ",";
      return text + "]" + at;
    }
    case Kind::object: {
      std::string text = "{";
      for (const auto& [name, key_at, value] : node.members)
        text += name + "=" + shown(*value) + ",";
      return text + "}" + at;
    }
  }
  return "?";
}

std::string tree(std::string_view text) { return shown(parsed(text).root()); }

TEST(Document, KnowsWhereEverythingStands) {
  EXPECT_EQ(tree("a: 1\nbc:\n  - true\n  -   x y\n  - { d: 1.5 }\n"),
            "{a=i1@1:4,bc=[true@3:5,\"x y\"@4:7,{d=n1.5@5:10,}@5:5,]@3:3,}@1:1");
}

TEST(Document, KnowsWhereKeysStand) {
  const auto document = parsed("a: 1\n \n'b':\n  c:\n    x\n");
  const auto& root = document.root();
  EXPECT_EQ(root.members[0].at, (Position{1, 1}));
  EXPECT_EQ(root.members[1].at, (Position{3, 1}));
  EXPECT_EQ(root.members[1].value->members[0].at, (Position{4, 3}));
  EXPECT_EQ(root.members[1].value->members[0].value->at, (Position{5, 5}));
}

TEST(Document, CountsColumnsInCharacters) {
  EXPECT_EQ(tree("{ \"日本\": x, é: y }"), "{日本=\"x\"@1:9,é=\"y\"@1:15,}@1:1");
}

TEST(Document, CountsLinesThatEndInCrLf) {
  EXPECT_EQ(tree("a: 1\r\nb: 2\r\n"), "{a=i1@1:4,b=i2@2:4,}@1:1");
}

TEST(Document, PutsANullWhereItsKeyIs) {
  EXPECT_EQ(tree("a:\n\n  b:\n    c: ~\nd: [null, 1]\n"),
            "{a={b={c=null@4:5,}@4:5,}@3:3,d=[null@5:5,i1@5:11,]@5:4,}@1:1");
}

TEST(Document, PutsANullOfAListBehindItsDash) {
  EXPECT_EQ(tree("- a\n-  # nothing\n\n# here\n- b\n"), "[\"a\"@1:3,null@2:1,\"b\"@5:3,]@1:1");
  EXPECT_EQ(tree("- - a\n  -\n-\n"), "[[\"a\"@1:5,null@2:3,]@1:3,null@3:1,]@1:1");
  EXPECT_EQ(tree("[a,,b]"), "[\"a\"@1:2,null@1:3,\"b\"@1:5,]@1:1");
}

TEST(Document, TakesQuotedScalarsForText) {
  EXPECT_EQ(tree(R"([1, "1", '1', "true", 'null', "~", ""])"),
            R"([i1@1:2,"1"@1:5,"1"@1:10,"true"@1:15,"null"@1:23,"~"@1:31,""@1:36,]@1:1)");
  EXPECT_EQ(tree("a: |\n  1\nb: >-\n  2\n"), "{a=\"1\n\"@1:4,b=\"2\"@3:4,}@1:1");
}

TEST(Document, ReadsJson) {
  EXPECT_EQ(tree("{\n\t\"a\" : [1, -2.5e3, true, false, null, \"x\\n\\u00e9\\/\"],\n\t\"b\":{}}"),
            "{a=[i1@2:9,n-2.5e3@2:12,true@2:20,false@2:26,null@2:33,\"x\né/\"@2:39,]@2:8,"
            "b={}@3:6,}@1:1");
  EXPECT_EQ(tree("{\"a\":1,\"b\":\"x\"}"), "{a=i1@1:6,b=\"x\"@1:12,}@1:1");
  EXPECT_EQ(tree("[]"), "[]@1:1");
}

TEST(Document, SharesWhatAnAliasNames) {
  const auto document = parsed("a: &x [1]\nb: *x\n");
  const auto& members = document.root().members;
  EXPECT_EQ(members[0].value, members[1].value);
}

TEST(Document, AllowsCoreTags) {
  EXPECT_EQ(tree("[!!str 5, !!int 5, !!float 5, !!bool true, !!null ~, ! 5, !!str]"),
            "[\"5\"@1:2,i5@1:11,n5@1:20,true@1:31,null@1:44,\"5\"@1:54,\"\"@1:59,]@1:1");
  EXPECT_EQ(tree("!!map {a: !!seq []}"), "{a=[]@1:11,}@1:1");
}

TEST(Document, MayHaveMarksAndADirective) {
  EXPECT_EQ(tree("%YAML 1.2\n---\na: 1\n...\n"), "{a=i1@3:4,}@3:1");
}

TEST(Document, SurvivesBeingMoved) {
  auto first = parsed("a: [x, {b: y}]");
  const auto second = std::move(first);
  EXPECT_EQ(shown(second.root()), "{a=[\"x\"@1:5,{b=\"y\"@1:12,}@1:8,]@1:4,}@1:1");
}

TEST(Document, NestsToALimit) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(complaints(nested(64)), "");
  EXPECT_EQ(complaints(nested(65)), "f:1:65: nested deeper than 64 levels; flatten it");
  for (const char* piece : {"[", "{", "- ", "? ", "{a: ", "[? "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_NE(complaints(text), "") << piece;
  }
}

TEST(Document, ReadsLongLines) {
  const auto line = [](const std::string& piece) {
    std::string text = "[";
    while (text.size() < 500'000) text += piece;
    return text + "]";
  };
  EXPECT_EQ(complaints(line("1,")), "");
  EXPECT_EQ(complaints(line(",")), "");
  EXPECT_EQ(complaints(line("ü, ")), "");
}

TEST(Document, ExpandsAliasesToALimit) {
  std::string list = "- &a [";
  for (int i = 0; i < 99; ++i) list += "1,";
  list += "]\n";
  for (int i = 0; i < 100; ++i) list += "- *a\n";
  EXPECT_EQ(complaints(list), "");
  EXPECT_EQ(complaints(list + "- &b x\n- *b\n"),
            "f:103:3: aliases expand to more than 10000 values; spell out less");
}

TEST(Document, StopsABillionLaughs) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const auto mine = std::to_string(i), last = std::to_string(i - 1);
    text += "a" + mine + ": &a" + mine + " [";
    for (int j = 0; j < 10; ++j) text += "*a" + last + ",";
    text += "]\n";
  }
  EXPECT_EQ(complaints(text), "f:4:38: aliases expand to more than 10000 values; spell out less");
}

TEST(Document, NestsAliasesToTheSameLimit) {
  std::string text = "a0: &a0 [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n";
  text += "b: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ *a0 ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n";
  EXPECT_EQ(complaints(text), "");
  text += "c: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ *a0 ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n";
  EXPECT_EQ(complaints(text), "f:3:39: nested deeper than 64 levels; flatten it");
}

}  // namespace
}  // namespace stunt::input
