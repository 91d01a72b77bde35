// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// A text that a terminal may be given: control characters, broken UTF-8 and what turns the
/// direction of writing are spelled out, "\x1b" for example.
std::string printable(std::string_view text);

/// Lines up cells in columns. Cells are printable, and what is too long for its column is cut.
class Table {
 public:
  enum class Align { left, right };
  enum class Color { none, red, yellow, dim };
  struct Column {
    std::string title;
    Align align = Align::left;
    std::size_t widest = 0;  ///< 0: as wide as it takes
  };
  struct Cell {
    std::string text;
    Color color = Color::none;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// As many cells as columns.
  void add(std::vector<Cell> row);

  void print(std::ostream& out, bool color) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace stunt::recorder
