// SPDX-License-Identifier: MIT
#include "recorder/redaction/redact_secret.h"

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

using aws::Json;

std::string redacted(const Json& value, bool binary = false) {
  Pseudonyms pseudonyms;
  const auto json = redact_secret(value, binary, pseudonyms);
  return json.is_string() ? json.get<std::string>() : "no string";
}

TEST(RedactSecret, MakesAPlainTextOnePseudonym) {
  EXPECT_EQ(redacted("hunter22"), "{{secret:1}}");
  EXPECT_EQ(redacted(""), "{{secret:1}}");
  EXPECT_EQ(redacted("12345"), "{{secret:1}}");
}

TEST(RedactSecret, KeepsTheFormOfAJsonSecret) {
  EXPECT_EQ(redacted(R"({"user": "a", "port":5432, "tls":true, "note":null, "again": "a"})"),
            R"({"user": "{{secret:1}}", "port":"{{secret:2:number}}", )"
            R"("tls":"{{secret:3:boolean}}", "note":null, "again": "{{secret:1}}"})");
}

TEST(RedactSecret, KeepsNestedForms) {
  EXPECT_EQ(redacted(R"([{"a":["x"]},[]])"), R"([{"a":["{{secret:1}}"]},[]])");
}

TEST(RedactSecret, GivesUpTheFormWhereANameMayBeASecret) {
  EXPECT_EQ(redacted("{\"" + std::string(65, 'k') + "\":1}"), "{{secret:1}}");
  EXPECT_EQ(redacted(R"({"{{secret:1}}":"a"})"), "{{secret:1}}");
  EXPECT_NE(redacted("{\"" + std::string(64, 'k') + "\":1}"), "{{secret:1}}");
}

TEST(RedactSecret, MakesBinaryOnePseudonym) {
  EXPECT_EQ(redacted("eyJhIjoxfQ==", true), "{{secret:1:binary}}");
}

TEST(RedactSecret, TakesValuesOfAnyType) {
  EXPECT_EQ(redacted(5), "{{secret:1:number}}");
  EXPECT_EQ(redacted(false), "{{secret:1:boolean}}");
  EXPECT_EQ(redacted({{"a", "b"}}), "{{secret:1:json}}");
}

TEST(LearnSecret, RemembersWhatIsInsideOfJsonInsideOfJson) {
  Reflections reflections;
  Pseudonyms pseudonyms;
  const Json inner = {{"password", "hunter22"}};
  const Json outer = {{"config", inner.dump()}, {"pin", 1234567}};
  learn_secret(outer.dump(), false, Reflections::Part::whole, reflections);
  EXPECT_EQ(reflections.replace("hunter22", Reflections::Part::leaf, pseudonyms), "{{secret:1}}");
  EXPECT_EQ(reflections.replace("1234567", Reflections::Part::leaf, pseudonyms),
            "{{secret:2:number}}");
}

TEST(LearnSecret, RemembersWhatBinaryDecodesTo) {
  Reflections reflections;
  Pseudonyms pseudonyms;
  learn_secret("aHVudGVyMjI=", true, Reflections::Part::whole, reflections);
  EXPECT_EQ(reflections.replace("hunter22", Reflections::Part::leaf, pseudonyms), "{{secret:1}}");
}

}  // namespace
}  // namespace stunt::recorder
