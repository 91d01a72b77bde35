// SPDX-License-Identifier: MIT
#include "verdict/report/table.h"

#include <algorithm>

#include "verdict/report/escape.h"
#include "verdict/report/report.h"

namespace stunt::verdict::report {
namespace {

/// Names in a table are cut beyond this.
constexpr std::size_t kWidest = 40;

/// A UTF-8 text's characters; the wide ones are rare enough.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string cut(std::string text) {
  if (width(text) <= kWidest) return text;
  std::size_t size = 0, characters = 0;
  while (characters < kWidest - 1 || (text[size] & 0xC0) == 0x80) {
    characters += (text[size] & 0xC0) != 0x80 ? 1 : 0;
    ++size;
  }
  return text.substr(0, size) + "…";
}

}  // namespace

void write_table(const std::vector<const Row*>& rows, std::string_view indent, std::ostream& out) {
  std::vector<std::vector<std::string>> lines{{titles().begin(), titles().end()}};
  for (const auto* row : rows) {
    lines.push_back(cells_of(*row));
    for (auto& cell : lines.back()) cell = cut(plain(cell));
  }
  std::vector<std::size_t> widths(titles().size());
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  }
  for (const auto& line : lines) {
    out << indent;
    for (std::size_t i = 0; i < line.size(); ++i) {
      out << (i > 0 ? " " : "") << line[i];
      if (i + 1 < line.size()) out << std::string(widths[i] - width(line[i]) + 1, ' ');
    }
    out << "\n";
  }
}

}  // namespace stunt::verdict::report
