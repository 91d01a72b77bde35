// SPDX-License-Identifier: MIT
#include "input/fields.h"

#include <array>
#include <limits>

#include <gtest/gtest.h>

#include "parsed.h"

namespace stunt::input {
namespace {

using namespace std::chrono_literals;
using test::complaints;

/// A document whose root can be read, and what reading it found.
class Reading {
 public:
  explicit Reading(std::string_view text) : document_(*parse_document(text, problems_)) {}

  Value root() { return Value(document_.root(), "", problems_); }
  Value at(std::string_view name) { return *root().find(name); }
  std::string found() const { return complaints(problems_); }

 private:
  Problems problems_{"f"};
  Document document_;
};

template <typename Read>
std::string refusal(std::string_view text, Read read) {
  Reading reading(text);
  EXPECT_FALSE(read(reading.at("v"))) << text;
  return reading.found();
}

TEST(Value, GivesWhatIsWritten) {
  Reading reading("{t: x, b: true, i: -3, n: 2.5, d: 250ms, u: 18446744073709551615, z: 0}");
  EXPECT_EQ(reading.at("t").text(), "x");
  EXPECT_EQ(reading.at("b").boolean(), true);
  EXPECT_EQ(reading.at("i").integer(-5, 5), -3);
  EXPECT_EQ(reading.at("n").number(0, 3), 2.5);
  EXPECT_EQ(reading.at("i").number(-3, 3), -3);
  EXPECT_EQ(reading.at("d").duration(1s), 250ms);
  EXPECT_EQ(reading.at("z").duration(1s), 0us);
  constexpr auto kMax = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(reading.at("u").natural(0, kMax), kMax);
  EXPECT_EQ(reading.found(), "");
}

TEST(Value, TellsHowItIsWritten) {
  Reading reading("{a: 0x1F, b: True, c: ' x '}");
  EXPECT_EQ(reading.at("a").written(), "0x1F");
  EXPECT_EQ(reading.at("b").written(), "True");
  EXPECT_EQ(reading.at("c").written(), " x ");
  EXPECT_EQ(reading.found(), "");
  const auto written = [](const Value& v) { return v.written().has_value(); };
  EXPECT_EQ(refusal("v: [1]", written), "f:1:4: /v: expected one value, but this is a list");
  EXPECT_EQ(refusal("v:", written), "f:1:1: /v: expected one value, but nothing is written here");
}

TEST(Value, TakesAWholeNumberForAnInteger) {
  Reading reading("{a: 3.0, b: 2e3, c: -0.0}");
  EXPECT_EQ(reading.at("a").natural(1, 9), 3u);
  EXPECT_EQ(reading.at("b").integer(0, 9999), 2000);
  EXPECT_EQ(reading.at("c").natural(0, 9), 0u);
  EXPECT_EQ(reading.found(), "");
}

TEST(Value, SaysWhatItExpectedAndWhatIsThere) {
  const auto text = [](const Value& v) { return v.text().has_value(); };
  EXPECT_EQ(refusal("v: 5", text), "f:1:4: /v: expected text, but this is 5; write \"5\"");
  EXPECT_EQ(refusal("v: true", text), "f:1:4: /v: expected text, but this is true; write \"true\"");
  EXPECT_EQ(refusal("v:", text), "f:1:1: /v: expected text, but nothing is written here");
  EXPECT_EQ(refusal("v: [a]", text), "f:1:4: /v: expected text, but this is a list");
  EXPECT_EQ(refusal("v: {a: b}", text), "f:1:4: /v: expected text, but this is an object");
  EXPECT_EQ(refusal("v: yes", [](const Value& v) { return v.boolean().has_value(); }),
            "f:1:4: /v: expected true or false, but this is the text 'yes'");
}

TEST(Value, SaysWhichNumbersAreRight) {
  const auto natural = [](const Value& v) { return v.natural(1, 9).has_value(); };
  for (const char* wrong : {"0", "10", "-3", "1.5", "1e300", ".nan", ".inf", "-4.0"}) {
    EXPECT_EQ(refusal("v: " + std::string(wrong), natural),
              "f:1:4: /v: expected an integer from 1 to 9, but this is " + std::string(wrong));
  }
  EXPECT_EQ(refusal("v: '3'", natural),
            "f:1:4: /v: expected an integer from 1 to 9, but this is the text '3'");
  EXPECT_EQ(refusal("v: -6", [](const Value& v) { return v.integer(-5, 5).has_value(); }),
            "f:1:4: /v: expected an integer from -5 to 5, but this is -6");
  const auto share = [](const Value& v) { return v.number(0, 0.5).has_value(); };
  for (const char* wrong : {"0.6", "-1", ".nan", "-.inf"}) {
    EXPECT_EQ(refusal("v: " + std::string(wrong), share),
              "f:1:4: /v: expected a number from 0 to 0.5, but this is " + std::string(wrong));
  }
}

TEST(Value, SaysWhichDurationsAreRight) {
  const auto duration = [](const Value& v) { return v.duration(24h).has_value(); };
  EXPECT_EQ(refusal("v: 5", duration), "f:1:4: /v: 5 needs a unit; write 5s or 5ms");
  EXPECT_EQ(refusal("v: -1", duration), "f:1:4: /v: '-1' is negative; a duration is not");
  EXPECT_EQ(refusal("v: 25h", duration), "f:1:4: /v: '25h' is too long; at most 1d");
  EXPECT_EQ(refusal("v: true", duration),
            "f:1:4: /v: expected a duration, but this is true; write one such as 250ms or 1.5s");
}

TEST(Value, ChoosesAWord) {
  static constexpr std::array<std::string_view, 2> kNow = {"before", "after"};
  static constexpr std::array<std::string_view, 1> kLater = {"between"};
  Reading reading("v: after");
  EXPECT_EQ(reading.at("v").choice({kNow}), 1u);
  const auto choice = [](const Value& v) { return v.choice({kNow, kLater}).has_value(); };
  EXPECT_EQ(refusal("v: befor", choice),
            "f:1:4: /v: unknown value 'befor'; did you mean 'before'?");
  EXPECT_EQ(refusal("v: between", choice),
            "f:1:4: /v: 'between' is not supported by this version; it supports: before, after");
}

TEST(Value, HasItemsWithPointers) {
  Reading reading("v: [a, 5, c]");
  for (const auto& item : reading.at("v").items()) item.text();
  EXPECT_EQ(reading.found(), "f:1:8: /v/1: expected text, but this is 5; write \"5\"");
  EXPECT_EQ(refusal("v: a", [](const Value& v) { return !v.items().empty(); }),
            "f:1:4: /v: expected a list, but this is the text 'a'");
}

TEST(Value, HasEntriesWithEscapedPointers) {
  Reading reading("v: {a/b~c: 1}");
  const auto entries = reading.at("v").entries();
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(entries[0].name, "a/b~c");
  EXPECT_EQ(entries[0].at, (Position{1, 5}));
  entries[0].value.text();
  EXPECT_EQ(reading.found(), "f:1:12: /v/a~1b~0c: expected text, but this is 1; write \"1\"");
}

TEST(Object, KnowsItsNames) {
  static constexpr std::array<std::string_view, 2> kKnown = {"when", "then"};
  static constexpr std::array<std::string_view, 1> kLater = {"steps"};
  Reading reading("when: 1\nthne: 2\nsteps: 3\nzebra: 4\n");
  const auto object = reading.root().object({kKnown, kLater});
  ASSERT_TRUE(object);
  EXPECT_TRUE(object->find("when"));
  EXPECT_FALSE(object->find("then"));
  EXPECT_FALSE(object->require("then"));
  EXPECT_EQ(reading.found(),
            "f:1:1: member 'then' is missing; add it\n"
            "f:2:1: /thne: unknown member 'thne'; did you mean 'then'?\n"
            "f:3:1: /steps: 'steps' is not supported by this version; here it supports: when, "
            "then\n"
            "f:4:1: /zebra: unknown member 'zebra'; expected one of: when, then");
}

}  // namespace
}  // namespace stunt::input
