// SPDX-License-Identifier: MIT
#include "input/size.h"

#include <gtest/gtest.h>

namespace stunt::input {
namespace {

std::string complaint(std::string_view text) {
  const auto read = parse_size(text);
  if (read) return "reads as " + std::to_string(*read);
  return read.error().message + "; " + read.error().hint;
}

TEST(Size, HasAUnitOfThousandsOrOf1024) {
  EXPECT_EQ(parse_size("512B"), 512u);
  EXPECT_EQ(parse_size("4kB"), 4'000u);
  EXPECT_EQ(parse_size("100MB"), 100'000'000u);
  EXPECT_EQ(parse_size("2TB"), 2'000'000'000'000u);
  EXPECT_EQ(parse_size("4KiB"), 4'096u);
  EXPECT_EQ(parse_size("1GiB"), 1u << 30);
}

TEST(Size, MayHaveAFractionAndLettersOfAnyCase) {
  EXPECT_EQ(parse_size("1.5GiB"), 1'610'612'736u);
  EXPECT_EQ(parse_size("0.5kb"), 500u);
  EXPECT_EQ(parse_size("1mib"), 1u << 20);
}

TEST(Size, SaysWhatWouldBeRight) {
  EXPECT_EQ(complaint("100"), "100 needs a unit; write 100MB or 100MiB");
  EXPECT_EQ(complaint("100M"), "unknown unit 'M' in '100M'; write 100MB or 100MiB");
  EXPECT_EQ(complaint("64k"), "unknown unit 'k' in '64k'; write 64kB or 64KiB");
  EXPECT_EQ(complaint("1Mbi"), "unknown unit 'Mbi' in '1Mbi'; did you mean 'MB'?");
  EXPECT_EQ(complaint("much"), "'much' is not a size; write a number and a unit, such as 100MB");
  EXPECT_EQ(complaint("-1MB"), "'-1MB' is not a size; write a number and a unit, such as 100MB");
  EXPECT_EQ(complaint("1.2.3MB"),
            "'1.2.3MB' is not a size; write a number and a unit, such as 100MB");
  EXPECT_EQ(complaint(""), "'' is not a size; write a number and a unit, such as 100MB");
  EXPECT_EQ(complaint("9000TiB"), "'9000TiB' is too much; 8192 TiB are the most");

  EXPECT_NE(complaint(std::string(400, '9') + "B").find("is too much"), std::string::npos);
}

TEST(Size, IsWrittenInTheLargestUnitWithoutAFraction) {
  EXPECT_EQ(format_size(0), "0B");
  EXPECT_EQ(format_size(1234), "1234B");
  EXPECT_EQ(format_size(100'000'000), "100MB");
  EXPECT_EQ(format_size(1u << 30), "1GiB");
  EXPECT_EQ(format_size(3u << 20), "3MiB");
}

}  // namespace
}  // namespace stunt::input
