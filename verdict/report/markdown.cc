// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>

#include "verdict/judgement.h"
#include "verdict/report/escape.h"
#include "verdict/report/report.h"

namespace stunt::verdict::report {
namespace {

void write_table(const std::vector<const Row*>& rows, std::ostream& out) {
  if (rows.empty()) return;
  out << "\n|";
  for (const auto title : titles()) out << " " << title << " |";
  out << "\n|";
  for (std::size_t i = 0; i < titles().size(); ++i) out << (i == 0 ? "--:|" : "---|");
  out << "\n";
  for (const auto* row : rows) {
    out << "|";
    for (const auto& cell : cells_of(*row)) out << " " << markdown(cell) << " |";
    out << "\n";
  }
}

void write_details(const Verdict& verdict, const Finding& finding, std::ostream& out) {
  out << "\n### " << to_string(finding.status) << ": " << markdown(finding.name) << "\n\n"
      << markdown(finding.text) << "\n";
  if (!finding.details.empty()) out << "\n";
  for (const auto& detail : finding.details) out << "* " << markdown(detail) << "\n";
  write_table(rows_of(verdict, finding), out);
}

/// A block of code that its text cannot end: its fence is longer than any run of backticks.
void write_code(std::string_view text, std::ostream& out) {
  std::size_t run = 0, longest = 2;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  out << "\n" << fence << "sh\n" << text << "\n" << fence << "\n";
}

}  // namespace

void write_markdown(const Verdict& verdict, std::ostream& out) {
  const auto& run = verdict.run;
  out << "## " << markdown(run.scenario) << ": " << to_string(verdict.status) << "\n\n"
      << counted(verdict.exchanges, "call") << ", seed " << run.seed
      << "\n\n| status | expectation |\n|---|---|\n";
  for (const auto& finding : verdict.findings) {
    out << "| " << to_string(finding.status) << " | " << markdown(finding.name) << " |\n";
  }
  for (const auto& finding : verdict.findings) {
    const bool has_more = finding.status != Status::pass || !finding.details.empty();
    if (has_more) write_details(verdict, finding, out);
  }
  if (verdict.status != Status::pass && !run.again.empty()) write_code(plain(run.again), out);
}

}  // namespace stunt::verdict::report
