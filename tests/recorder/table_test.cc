// SPDX-License-Identifier: MIT
#include "recorder/show/table.h"

#include <sstream>

#include <gtest/gtest.h>

namespace stunt::recorder {
namespace {

std::string printed(Table& table, bool color = false) {
  std::ostringstream out;
  table.print(out, color);
  return out.str();
}

TEST(Table, LinesUpItsColumns) {
  Table table({{"n", Table::Align::right}, {"name"}, {"end"}});
  table.add({{"1"}, {"é"}, {"x"}});
  table.add({{"100"}, {"longer"}, {"y"}});
  EXPECT_EQ(printed(table),
            "  n  name    end\n"
            "  1  é       x\n"
            "100  longer  y\n");
}

TEST(Table, CutsWhatIsTooLong) {
  Table table({{"a", Table::Align::left, 4}, {"b"}});
  table.add({{"ééééé"}, {"x"}});
  table.add({{"éééé"}, {"x"}});
  EXPECT_EQ(printed(table),
            "a     b\n"
            "ééé…  x\n"
            "éééé  x\n");
}

TEST(Table, PrintsEachRowOnceAndWidensWhereItMust) {
  Table table({{"a", Table::Align::left, 0, 3}, {"b"}});
  table.add({{"1"}, {"x"}});
  EXPECT_EQ(printed(table), "a    b\n1    x\n");
  EXPECT_EQ(table.waiting(), 0u);
  table.add({{"12345"}, {"y"}});
  table.add({{"1"}, {"z"}});
  EXPECT_EQ(table.waiting(), 2u);
  EXPECT_EQ(printed(table), "12345  y\n1      z\n");
}

TEST(Table, ColorsOnlyIfAsked) {
  Table table({{"a"}, {"b"}});
  table.add({{"x", Color::red}, {"y"}});
  EXPECT_EQ(printed(table), "a  b\nx  y\n");
  table.add({{"x", Color::red}, {"y"}});
  EXPECT_EQ(printed(table, true), "\x1b[31mx\x1b[0m  y\n");
}

TEST(Printable, SpellsOutWhatControlsATerminal) {
  EXPECT_EQ(printable("a\x1b[2J\n\t\x7f"), R"(a\x1b[2J\x0a\x09\x7f)");
  EXPECT_EQ(printable("\xc2\x9b"), R"(\xc2\x9b)");
  EXPECT_EQ(printable("\xe2\x80\xae"), R"(\xe2\x80\xae)");
}

TEST(Printable, SpellsOutBytesThatAreNoText) {
  EXPECT_EQ(printable("\xff\xc3(\xe2\x82"), R"(\xff\xc3(\xe2\x82)");
  EXPECT_EQ(printable("é€😀"), "é€😀");
}

}  // namespace
}  // namespace stunt::recorder
