// SPDX-License-Identifier: MIT
#include "recorder/show/table.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace stunt::recorder {
namespace {

constexpr std::string_view kGap = "  ";

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string_view begin_of(Color color) {
  static constexpr std::array<std::string_view, 7> kBegin = {
      "", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[36m", "\x1b[2m", "\x1b[1m"};
  return kBegin[static_cast<std::size_t>(color)];
}

struct Character {
  std::size_t size = 1;
  std::uint32_t code = 0;
  bool whole = false;
};

/// The first character of a text that is not empty.
Character first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  Character c;
  c.code = lead;
  if (lead < 0x80) {
    c.whole = true;
    return c;
  }
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return c;
  std::uint32_t code = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(text[i])) return c;
    code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  }
  return {size, code, true};
}

/// Controls, and what hides or reorders text on a screen.
bool is_dangerous(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

}  // namespace

std::string printable(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string result;
  while (!text.empty()) {
    const auto c = first_character(text);
    if (c.whole && !is_dangerous(c.code)) {
      result.append(text.substr(0, c.size));
    } else {
      for (const char byte : text.substr(0, c.size)) {
        const auto bits = static_cast<unsigned char>(byte);
        result.append("\\x").append({kHex[bits >> 4], kHex[bits & 0xF]});
      }
    }
    text.remove_prefix(c.size);
  }
  return result;
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::string cut(const std::string& text, std::size_t most, std::string_view mark) {
  if (columns_of(text) <= most) return text;
  std::size_t end = 0;
  for (std::size_t seen = 0; seen < most; ++end) {
    if (!continues(text[end]) && ++seen == most) break;
  }
  return text.substr(0, end) + std::string(mark);
}

std::string painted(std::string_view text, Color color, bool colors) {
  if (!colors || color == Color::none) return std::string(text);
  return std::string(begin_of(color)).append(text).append("\x1b[0m");
}

void Table::add(std::vector<Cell> row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto& text = row[i].text;
    text = printable(text);
    if (columns_[i].widest > 0) text = cut(text, columns_[i].widest);
  }
  rows_.push_back(std::move(row));
}

void Table::print(std::ostream& out, bool color) {
  const bool first = widths_.empty();
  if (first) {
    std::vector<Cell> titles;
    for (const auto& column : columns_) {
      titles.push_back({column.title});
      widths_.push_back(column.narrowest);
    }
    rows_.insert(rows_.begin(), std::move(titles));
  }
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths_[i] = std::max(widths_[i], columns_of(row[i].text));
    }
  }
  for (const auto& row : rows_) print(row, out, color);
  rows_.clear();
}

void Table::print(const std::vector<Cell>& row, std::ostream& out, bool color) const {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto& [text, hue] = row[i];
    const std::string blanks(widths_[i] - columns_of(text), ' ');
    const auto cell = painted(text, hue, color);
    if (i > 0) line.append(kGap);
    const bool last = i + 1 == row.size();
    line.append(columns_[i].align == Align::right ? blanks + cell : cell + (last ? "" : blanks));
  }
  out << line << "\n";
}

}  // namespace stunt::recorder
