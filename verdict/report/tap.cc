// SPDX-License-Identifier: MIT
#include "verdict/report/escape.h"
#include "verdict/report/report.h"

namespace stunt::verdict::report {
namespace {

/// '#' would begin a directive, '\\' escapes it.
std::string description(std::string_view text) {
  std::string result;
  for (const char c : plain(text)) {
    if (c == '#' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

void write_list(std::string_view name, const std::vector<std::string>& lines, std::ostream& out) {
  if (lines.empty()) return;
  out << "  " << name << ":\n";
  for (const auto& line : lines) out << "    - " << json_text(plain(line)) << "\n";
}

std::string row_text(const Row& row) {
  std::string text;
  const auto cells = cells_of(row);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    text += (i > 0 ? " " : "") + std::string(titles()[i]) + "=" + cells[i];
  }
  return text;
}

void write_diagnostics(const Verdict& verdict, const Finding& finding, std::ostream& out) {
  std::vector<std::string> rows;
  for (const auto* row : rows_of(verdict, finding)) rows.push_back(row_text(*row));
  out << "  ---\n  status: " << to_string(finding.status)
      << "\n  message: " << json_text(plain(finding.text)) << "\n";
  write_list("details", finding.details, out);
  write_list("exchanges", rows, out);
  out << "  seed: " << verdict.run.seed << "\n";
  if (!verdict.run.again.empty()) out << "  again: " << json_text(plain(verdict.run.again)) << "\n";
  out << "  ...\n";
}

}  // namespace

void write_tap(const Verdict& verdict, std::ostream& out) {
  out << "TAP version 14\n1.." << verdict.findings.size() << "\n# " << plain(verdict.run.scenario)
      << ", seed " << verdict.run.seed << "\n";
  std::size_t number = 0;
  for (const auto& finding : verdict.findings) {
    const bool ok = finding.status == Status::pass;
    out << (ok ? "ok " : "not ok ") << ++number << " - " << description(finding.name) << "\n";
    if (!ok) write_diagnostics(verdict, finding, out);
  }
}

}  // namespace stunt::verdict::report
