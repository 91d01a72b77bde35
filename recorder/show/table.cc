// SPDX-License-Identifier: MIT
#include "recorder/show/table.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace stunt::recorder {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::string_view kCut = "…";

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::string cut(const std::string& text, std::size_t widest) {
  if (widest == 0 || width(text) <= widest) return text;
  std::size_t end = 0;
  for (std::size_t seen = 0; seen < widest; ++end) {
    if (!continues(text[end]) && ++seen == widest) break;
  }
  return text.substr(0, end) + std::string(kCut);
}

std::string_view begin_of(Table::Color color) {
  static constexpr std::array<std::string_view, 4> kBegin = {"", "\x1b[31m", "\x1b[33m", "\x1b[2m"};
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

void Table::add(std::vector<Cell> row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i].text = cut(printable(row[i].text), columns_[i].widest);
  }
  rows_.push_back(std::move(row));
}

void Table::print(std::ostream& out, bool color) const {
  std::vector<Cell> titles;
  for (const auto& column : columns_) titles.push_back({column.title});
  auto rows = rows_;
  rows.insert(rows.begin(), titles);

  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], width(row[i].text));
    }
  }
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& [text, hue] = row[i];
      const std::string blanks(widths[i] - width(text), ' ');
      const bool colored = color && hue != Color::none;
      const auto painted = colored ? std::string(begin_of(hue)) + text + "\x1b[0m" : text;
      if (i > 0) line.append(kGap);
      const bool last = i + 1 == row.size();
      line.append(columns_[i].align == Align::right ? blanks + painted
                                                    : painted + (last ? "" : blanks));
    }
    out << line << "\n";
  }
}

}  // namespace stunt::recorder
