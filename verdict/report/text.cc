// SPDX-License-Identifier: MIT
#include <string_view>

#include "verdict/judgement.h"
#include "verdict/report/escape.h"
#include "verdict/report/report.h"
#include "verdict/report/table.h"

namespace stunt::verdict::report {
namespace {

std::string_view color_of(Status status) {
  if (status == Status::pass) return "\x1b[32m";
  return status == Status::inconclusive ? "\x1b[33m" : "\x1b[31m";
}

std::string painted(Status status, std::string_view text, bool color) {
  if (!color) return std::string(text);
  return std::string(color_of(status)) + std::string(text) + "\x1b[0m";
}

void write_finding(const Verdict& verdict, const Finding& finding, std::ostream& out, bool color) {
  const auto status = painted(finding.status, to_string(finding.status), color);
  out << "  " << status << ": " << plain(finding.name) << "\n";
  if (finding.status == Status::pass && finding.details.empty()) return;
  out << "      " << plain(finding.text) << "\n";
  for (const auto& detail : finding.details) out << "      " << plain(detail) << "\n";
  if (finding.status == Status::pass) return;
  const auto rows = rows_of(verdict, finding);
  if (!rows.empty()) write_table(rows, "      ", out);
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
