// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "parsed.h"

namespace stunt::input {
namespace {

using test::complaints;

TEST(EmptyDocument, IsAProblem) {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~", "null"}) {
    EXPECT_EQ(complaints(text), "f: is empty") << text;
  }
}

TEST(Keys, StandOnce) {
  EXPECT_EQ(complaints("a: 1\nb: {c: 1, d: 2, c: 3}\na: 4\n\"a\": 5\n"),
            "f:2:17: the key 'c' stands here twice; the first is in line 2\n"
            "f:3:1: the key 'a' stands here twice; the first is in line 1\n"
            "f:4:1: the key 'a' stands here twice; the first is in line 1");
}

TEST(Keys, AreText) {
  EXPECT_EQ(complaints("1: a\ntrue: b\n~: c\n[x]: d\n{y: z}: e\n1.5: f\n\"2\": g\n"),
            "f:1:1: a key must be text; write \"1\"\n"
            "f:2:1: a key must be text; write \"true\"\n"
            "f:3:1: a key must be text; write a word\n"
            "f:4:1: a key must be text; write a word\n"
            "f:5:1: a key must be text; write a word\n"
            "f:6:1: a key must be text; write \"1.5\"");
}

TEST(Keys, HaveColons) {
  EXPECT_EQ(complaints("a: 1\nb\n"), "f:2:1: no ':' behind 'b'; write a value for it");
}

TEST(MergeKeys, AreNotYaml12) {
  EXPECT_EQ(complaints("a: &a {b: 1}\nc: {<<: *a}\n"),
            "f:2:5: merge keys are not part of YAML 1.2; write the members out");
  EXPECT_EQ(complaints("\"<<\": 1\n"), "");
}

TEST(Tags, AreTheCoreSchemas) {
  EXPECT_EQ(complaints("a: !mine x\nb: !!int abc\nc: !!seq {}\nd: !!binary aGk=\ne: !<x:y> []\n"),
            "f:1:4: tag '!mine' does not go with 'x'; remove it\n"
            "f:2:4: tag '!!int' does not go with 'abc'; remove it\n"
            "f:3:4: tag '!!seq' does not go with an object; remove it\n"
            "f:4:4: tag '!!binary' does not go with 'aGk='; remove it\n"
            "f:5:4: tag 'x:y' does not go with a list; remove it");
}

TEST(Aliases, NameSomethingThatIsWhole) {
  EXPECT_EQ(complaints("a: &x\n  b: *x\n"),
            "f:2:6: this alias stands inside of what it names; spell it out");
  constexpr const char* kQuotes =
      "a text that begins with '*', such as a glob, needs quotes: \"*\"";
  EXPECT_EQ(complaints("a: *x\n"),
            "f:1:4: this alias names nothing that stands before it; " + std::string(kQuotes));
  EXPECT_EQ(complaints("a: *\n"), "f:1:5: an alias has no name; " + std::string(kQuotes));
  EXPECT_EQ(complaints("a: *Secret*\n"),
            "f:1:4: this alias names nothing that stands before it; " + std::string(kQuotes));
  EXPECT_EQ(complaints("a: & x\n"), "f:1:5: an anchor has no name; a text with '&' needs quotes");
}

TEST(OneFile, IsOneDocument) {
  constexpr const char* kMore =
      "the document ended before this; a file has one document; check the indentation";
  EXPECT_EQ(complaints("a: 1\n---\nb: 2\n"), "f:2:1: " + std::string(kMore));
  EXPECT_EQ(complaints("a: 1\n...\nb: 2\n"), "f:3:1: " + std::string(kMore));
  EXPECT_EQ(complaints("{a: 1} b\n"), "f:1:8: " + std::string(kMore));
}

TEST(Version, Is12) {
  EXPECT_EQ(complaints("%YAML 1.1\n---\na: 1\n"),
            "f:1:1: this is read as YAML 1.2; remove the line");
}

TEST(Syntax, ColonsInTextNeedQuotes) {
  EXPECT_EQ(complaints("a: b: c\n"),
            "f:1:5: a ':' cannot stand here; quote the text that it belongs to, or check the "
            "indentation");
}

TEST(Syntax, BracketsClose) {
  EXPECT_EQ(complaints("{\"a\": 1\n"), "f:1:1: this bracket is never closed; close it");
  EXPECT_EQ(complaints("a:\n  b: [1, 2\n"), "f:2:6: this bracket is never closed; close it");
  EXPECT_EQ(complaints("a: [1\nb: 2\n"),
            "f:2:2: a ',' or a closing bracket is missing before this; the open bracket is in "
            "line 1");
  EXPECT_EQ(complaints("{\"a\": 1\n \"b\": 2}"),
            "f:2:5: a ',' or a closing bracket is missing before this; the open bracket is in "
            "line 1");
  EXPECT_EQ(complaints("a: 1\n]\n"),
            "f:2:1: this bracket closes nothing; remove it, or quote the text");
}

TEST(Syntax, QuotesClose) {
  constexpr const char* kOpen = "the document ends inside of a quoted text; close the quotes";
  EXPECT_EQ(complaints("a: \"x\n"), "f:2:1: " + std::string(kOpen));
  EXPECT_EQ(complaints("a: \"x"), "f:1:6: " + std::string(kOpen));
  EXPECT_EQ(complaints("a: 'it''s\n\n"), "f:3:1: " + std::string(kOpen));
  EXPECT_EQ(complaints("{\"a\": \"x"), "f:1:9: " + std::string(kOpen));
}

TEST(Syntax, TabsDoNotIndent) {
  EXPECT_EQ(complaints("\ta: 1\n"), "f:1:1: a tab cannot indent a line; use spaces");
  EXPECT_EQ(complaints("a:\n  \tb: 1\n"), "f:2:3: a tab cannot indent a line; use spaces");
}

TEST(Syntax, IndentationIsEven) {
  EXPECT_EQ(complaints("a:\n  b: 1\n c: 2\n"),
            "f:3:2: this does not belong to the object before it; check the indentation of this "
            "line");
  EXPECT_EQ(complaints("a:\n  - b: 1\n   c: 1\n"),
            "f:3:4: this does not belong to the list before it; check the indentation of this "
            "line");
  EXPECT_EQ(complaints("a: - b\n"),
            "f:1:4: a '-' cannot stand here; begin the list on a line of its own");
}

TEST(Syntax, EscapesExist) {
  constexpr const char* kBackslash = "write \\\\ for a backslash, or use single quotes";
  EXPECT_EQ(complaints("a: \"\\q\"\n"),
            "f:1:7: this escape is unknown; " + std::string(kBackslash));
  EXPECT_EQ(complaints("a: \"\\xzz\"\n"),
            "f:1:9: this escape is not hexadecimal; " + std::string(kBackslash));
  EXPECT_EQ(complaints("\"\\ud83d\\ude00\"\n"),
            "f:1:8: this escape is no character; write the character itself instead of a pair of "
            "escapes");
}

TEST(Syntax, SomeCharactersNeedQuotes) {
  EXPECT_EQ(complaints("{a: db-?}"),
            "f:1:8: between brackets a text with '?' needs quotes; quote the text");
  EXPECT_EQ(complaints("a: db-?"), "");
  for (const char* text : {"a: @x\n", "a: `x`\n"}) {
    EXPECT_EQ(complaints(text), "f:1:4: this character cannot begin a value; quote the text");
  }
}

}  // namespace
}  // namespace stunt::input
