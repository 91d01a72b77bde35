// SPDX-License-Identifier: MIT
#include "input/variables.h"

#include <gtest/gtest.h>

#include "input/fields.h"
#include "parsed.h"

namespace stunt::input {
namespace {

/// A document with its variables put in, and what was wrong with them.
class Expanded {
 public:
  explicit Expanded(std::string_view text) : document_(parse_document(text, problems_)) {
    put_in_variables(*document_, "vars", {{"saved"}, {"setup"}}, problems_);
  }

  Value at(std::string_view name) { return *Value(document_->root(), "", problems_).find(name); }
  std::string text(std::string_view name) { return std::string(at(name).text().value_or("?")); }
  std::string complaints() const { return test::complaints(problems_); }

 private:
  Problems problems_{"f"};
  std::optional<Document> document_;
};

TEST(Variables, StandInTexts) {
  Expanded expanded("a: one ${x} and ${y}${x}\nvars: {x: \"1\", y: two}\n");
  EXPECT_EQ(expanded.text("a"), "one 1 and two1");
  EXPECT_EQ(expanded.complaints(), "");
}

TEST(Variables, MayComeLaterWhereTheyAreSaved) {
  Expanded expanded("vars: {x: \"1\"}\nsetup: \"${x}${saved}\"\nrules: \"${saved}\"\n");
  EXPECT_EQ(expanded.text("setup"), "1${saved}");
  EXPECT_EQ(
      expanded.complaints(),
      "f:3:8: /rules: unknown variable 'saved'; declare it in 'vars', or write $${ for a plain "
      "${");
}

TEST(Variables, KeepTheirTypeWhereTheyStandAlone) {
  Expanded expanded(
      "vars: {n: 0x10, b: true, f: 1.5, t: \"7\"}\n"
      "n: ${n}\nb: ${b}\nf: ${f}\nt: ${t}\nmixed: ${n} ${f}\n");
  EXPECT_EQ(expanded.at("n").natural(0, 100), 16u);
  EXPECT_EQ(expanded.at("b").boolean(), true);
  EXPECT_EQ(expanded.at("f").number(0, 2), 1.5);
  EXPECT_EQ(expanded.text("t"), "7");
  EXPECT_EQ(expanded.text("mixed"), "0x10 1.5") << "in a text as it was written";
}

TEST(Variables, StandInKeysAndDeepDown) {
  Expanded expanded("vars: {k: key, v: value}\na: [{\"x-${k}\": \"${v}\"}]\n");
  EXPECT_EQ(expanded.at("a").items().at(0).find("x-key")->text(), "value");
}

TEST(Variables, AreNotLookedAtAgain) {
  Expanded expanded("vars: {x: \"${y}\", y: z}\na: ${x}\nb: &b \"${x}!\"\nc: *b\n");
  EXPECT_EQ(expanded.text("a"), "${y}");
  EXPECT_EQ(expanded.text("b"), "${y}!");
  EXPECT_EQ(expanded.text("c"), "${y}!") << "an alias shares its value";
  EXPECT_EQ(expanded.complaints(), "");
}

TEST(Variables, LeaveDollarsAlone) {
  Expanded expanded("a: $5 {x} $x $${x} $$${x} $\nvars: {x: 1}\n");
  EXPECT_EQ(expanded.text("a"), "$5 {x} $x ${x} $${x} $");
}

TEST(Variables, MustBeDeclared) {
  EXPECT_EQ(Expanded("vars: {secret: a}\nb: ${secrt}\n").complaints(),
            "f:2:4: /b: unknown variable 'secrt'; did you mean 'secret'?");
  EXPECT_EQ(Expanded("b: [\"${x}\"]\n").complaints(),
            "f:1:5: /b/0: unknown variable 'x'; declare it in 'vars', or write $${ for a plain ${");
  EXPECT_EQ(Expanded("b: \"a ${x\"\n").complaints(),
            "f:1:4: /b: a variable without its end; write ${name}, or $${ for a plain ${");
}

TEST(Variables, KeepThePositions) {
  Expanded expanded("vars: {n: 5}\na:\n  - b: ${n}\n");
  expanded.at("a").items().at(0).find("b")->text();
  EXPECT_EQ(expanded.complaints(), "f:3:8: /a/0/b: expected text, but this is 5; write \"5\"");
}

TEST(Variables, MayNotMakeTwoKeysOne) {
  EXPECT_EQ(Expanded("vars: {k: a}\nx: {a: 1, \"${k}\": 2}\n").complaints(),
            "f:2:11: /x: the key 'a' stands here twice; once all variables are put in");
}

TEST(Variables, MayNotFillTheMemory) {
  std::string text = "vars: {x: \"" + std::string(100'000, 'x') + "\"}\na: [";
  for (int i = 0; i < 1000; ++i) text += "\"${x}\", ";
  EXPECT_EQ(Expanded(text + "1]\n").complaints(),
            "f:2:333: /a/41: the variables make this file too long; use fewer or shorter ones: "
            "4 MiB in all");
}

}  // namespace
}  // namespace stunt::input
