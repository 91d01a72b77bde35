// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// A text that a terminal may be given: control characters, broken UTF-8 and what turns the
/// direction of writing are spelled out, "\x1b" for example.
std::string printable(std::string_view text);

/// How many columns of a terminal a printable text takes; a character counts as one.
std::size_t columns_of(std::string_view text);

/// A printable text of no more than so many columns; `mark` stands for what was cut off.
std::string cut(const std::string& text, std::size_t most, std::string_view mark = "…");

enum class Color { none, red, yellow, green, cyan, dim, bold };

/// The text in that color, if colors are wanted at all.
std::string painted(std::string_view text, Color color, bool colors);

/// Lines up cells in columns. Cells are printable, and what is too long for its column is cut.
class Table {
 public:
  enum class Align { left, right };
  struct Column {
    std::string title;
    Align align = Align::left;
    std::size_t widest = 0;     ///< 0: as wide as it takes
    std::size_t narrowest = 0;  ///< if what comes first is not what comes later
  };
  struct Cell {
    std::string text;
    Color color = Color::none;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// As many cells as columns.
  void add(std::vector<Cell> row);

  /// Prints what was added since it was last called, the first time with titles. A column is as
  /// wide as its widest cell so far.
  void print(std::ostream& out, bool color);

  /// Rows that were not printed yet.
  std::size_t waiting() const { return rows_.size(); }

 private:
  void print(const std::vector<Cell>& row, std::ostream& out, bool color) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_{};
  std::vector<std::size_t> widths_{};  ///< empty until something was printed
};

}  // namespace stunt::recorder
