// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "verdict/judgement.h"
#include "verdict/report/escape.h"
#include "verdict/report/report.h"

namespace stunt::verdict::report {
namespace {

/// Names in a table are cut beyond this.
constexpr std::size_t kWidest = 40;

std::string_view color_of(Status status) {
  if (status == Status::pass) return "\x1b[32m";
  return status == Status::inconclusive ? "\x1b[33m" : "\x1b[31m";
}

std::string painted(Status status, std::string_view text, bool color) {
  if (!color) return std::string(text);
  return std::string(color_of(status)) + std::string(text) + "\x1b[0m";
}

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

void write_table(const std::vector<const Row*>& rows, std::ostream& out) {
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
    out << "     ";
    for (std::size_t i = 0; i < line.size(); ++i) {
      out << " " << line[i];
      if (i + 1 < line.size()) out << std::string(widths[i] - width(line[i]) + 1, ' ');
    }
    out << "\n";
  }
}

void write_finding(const Verdict& verdict, const Finding& finding, std::ostream& out, bool color) {
  const auto status = painted(finding.status, to_string(finding.status), color);
  out << "  " << status << ": " << plain(finding.name) << "\n";
  if (finding.status == Status::pass && finding.details.empty()) return;
  out << "      " << plain(finding.text) << "\n";
  for (const auto& detail : finding.details) out << "      " << plain(detail) << "\n";
  if (finding.status == Status::pass) return;
  const auto rows = rows_of(verdict, finding);
  if (!rows.empty()) write_table(rows, out);
}

}  // namespace

void write_text(const Verdict& verdict, std::ostream& out, bool color) {
  const auto& run = verdict.run;
  out << plain(run.scenario) << ": " << painted(verdict.status, to_string(verdict.status), color)
      << "\n";
  for (const auto& finding : verdict.findings) write_finding(verdict, finding, out, color);
  out << counted(verdict.exchanges, "call") << ", seed " << run.seed << "\n";
  if (verdict.status != Status::pass && !run.again.empty()) {
    out << "again: " << plain(run.again) << "\n";
  }
}

}  // namespace stunt::verdict::report
