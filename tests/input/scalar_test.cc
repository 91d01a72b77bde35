// SPDX-License-Identifier: MIT
#include "input/scalar.h"

#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace stunt::input {
namespace {

constexpr auto kInfinity = std::numeric_limits<double>::infinity();

void expect_integer(const char* plain, std::uint64_t magnitude, bool negative = false) {
  const auto scalar = resolve(plain);
  EXPECT_EQ(scalar.kind, Kind::integer) << plain;
  EXPECT_EQ(scalar.magnitude, magnitude) << plain;
  EXPECT_EQ(scalar.negative, negative) << plain;
  EXPECT_EQ(scalar.number, (negative ? -1.0 : 1.0) * static_cast<double>(magnitude)) << plain;
}

void expect_number(const char* plain, double value) {
  const auto scalar = resolve(plain);
  EXPECT_EQ(scalar.kind, Kind::number) << plain;
  EXPECT_EQ(scalar.number, value) << plain;
}

TEST(Scalar, IsNullInFiveSpellings) {
  for (const char* plain : {"", "~", "null", "Null", "NULL"}) {
    EXPECT_EQ(resolve(plain).kind, Kind::null) << plain;
  }
}

TEST(Scalar, IsTrueOrFalseInThreeSpellings) {
  for (const char* plain : {"true", "True", "TRUE"}) {
    EXPECT_EQ(resolve(plain).kind, Kind::boolean) << plain;
    EXPECT_TRUE(resolve(plain).boolean) << plain;
  }
  for (const char* plain : {"false", "False", "FALSE"}) {
    EXPECT_EQ(resolve(plain).kind, Kind::boolean) << plain;
    EXPECT_FALSE(resolve(plain).boolean) << plain;
  }
}

TEST(Scalar, IsTextWhereOldYamlSawSomethingElse) {
  for (const char* plain :
       {"on",   "off",  "yes",  "no",       "y",          "n",        "On",    "YES",
        "tRUE", "nULL", "1:30", "12:30:00", "1_000",      "0b11",     "-0x1f", "+0o7",
        "0o8",  "0xg",  "0x",   "0o",       "2001-12-14", "=",        "<<",    "5s",
        "+",    "-",    ".",    "e3",       "1e",         "1e+",      "--1",   "1.2.3",
        ".e1",  "inf",  "nan",  "+.nan",    "0x1.8p1",    "Infinity", " 1",    "1 "}) {
    EXPECT_EQ(resolve(plain).kind, Kind::text) << plain;
  }
}

TEST(Scalar, IsAnIntegerInThreeBases) {
  expect_integer("0", 0);
  expect_integer("17", 17);
  expect_integer("017", 17);
  expect_integer("+5", 5);
  expect_integer("-5", 5, true);
  expect_integer("0o17", 15);
  expect_integer("0x1f", 31);
  expect_integer("0x1F", 31);
  expect_integer("18446744073709551615", std::numeric_limits<std::uint64_t>::max());
}

TEST(Scalar, IsANumberBeyond64Bits) {
  expect_number("18446744073709551616", 18446744073709551616.0);
  expect_number("-18446744073709551616", -18446744073709551616.0);
  expect_number("0xFFFFFFFFFFFFFFFFF", kInfinity);
  expect_number(std::string(400, '9').c_str(), kInfinity);
}

TEST(Scalar, IsANumberWithPointOrExponent) {
  expect_number(".5", 0.5);
  expect_number("+.5", 0.5);
  expect_number("-0.25", -0.25);
  expect_number("5.", 5);
  expect_number("1e3", 1000);
  expect_number("1.5E-2", 0.015);
  expect_number("1e400", kInfinity);
  expect_number("-1e400", -kInfinity);
  expect_number("1e-400", 0);
  expect_number(".inf", kInfinity);
  expect_number("-.INF", -kInfinity);
  EXPECT_TRUE(std::isnan(resolve(".NaN").number));
}

}  // namespace
}  // namespace stunt::input
