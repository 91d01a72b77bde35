// SPDX-License-Identifier: MIT
#include "recorder/transcript/jcs.h"

#include <gtest/gtest.h>

#include "recorder/transcript/sha256.h"

namespace stunt::recorder {
namespace {

std::string canonical(const char* text) { return canonical_json(aws::Json::parse(text)); }

TEST(CanonicalJson, SortsMembersAndDropsBlanks) {
  EXPECT_EQ(canonical(R"({ "b" : [1, {"d": 2, "c": null}], "a" : "x y" })"),
            R"({"a":"x y","b":[1,{"c":null,"d":2}]})");
}

TEST(CanonicalJson, WritesNumbersInOneWay) {
  EXPECT_EQ(canonical("[1.0, 1, 1e2, -0.5, 1.50]"), "[1,1,100,-0.5,1.5]");
}

TEST(CanonicalJson, WritesStringsInOneWay) {
  EXPECT_EQ(canonical(R"("\u0041\/\u00e9")"), canonical("\"A/é\""));
}

TEST(PlainJson, SurvivesBytesThatAreNoText) { EXPECT_EQ(plain_json("a\xff"), "\"a\xEF\xBF\xBD\""); }

TEST(Sha256, IsTheOneOfTheStandard) {
  EXPECT_EQ(sha256("abc"),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace stunt::recorder
