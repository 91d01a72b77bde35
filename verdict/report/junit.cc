// SPDX-License-Identifier: MIT
#include <algorithm>

#include "verdict/report/escape.h"
#include "verdict/report/report.h"
#include "world/calendar.h"

namespace stunt::verdict::report {
namespace {

std::ptrdiff_t count(const Verdict& verdict, bool (*is)(Status)) {
  return std::count_if(verdict.findings.begin(), verdict.findings.end(),
                       [&](const Finding& finding) { return is(finding.status); });
}

bool is_failure(Status status) { return status == Status::fail; }
bool is_error(Status status) { return status == Status::error || status == Status::inconclusive; }

/// "2026-11-24T02:30:00": the schema that most tools go by has neither fraction nor zone.
std::string timestamp(world::Instant at) { return world::rfc3339(at).substr(0, 19); }

void write_lines(const Verdict& verdict, const Finding& finding, std::ostream& out) {
  for (const auto& detail : finding.details) out << xml(detail) << "\n";
  for (const auto* row : rows_of(verdict, finding)) {
    const auto cells = cells_of(*row);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out << (i > 0 ? " " : "") << titles()[i] << "=" << xml(cells[i]);
    }
    out << "\n";
  }
  out << "seed " << verdict.run.seed << "\n";
  if (!verdict.run.again.empty()) out << "again: " << xml(verdict.run.again) << "\n";
}

void write_case(const Verdict& verdict, const Finding& finding, std::ostream& out) {
  out << "    <testcase classname=\"" << xml(verdict.run.scenario) << "\" name=\""
      << xml(finding.name) << "\" time=\"0\"";
  if (finding.status == Status::pass) {
    out << "/>\n";
    return;
  }
  const auto* element = is_failure(finding.status) ? "failure" : "error";
  out << ">\n      <" << element << " type=\"" << to_string(finding.status) << "\" message=\""
      << xml(finding.text) << "\">";
  write_lines(verdict, finding, out);
  out << "</" << element << ">\n    </testcase>\n";
}

}  // namespace

void write_junit(const Verdict& verdict, std::ostream& out) {
  const auto counts = "tests=\"" + std::to_string(verdict.findings.size()) + "\" failures=\"" +
                      std::to_string(count(verdict, is_failure)) + "\" errors=\"" +
                      std::to_string(count(verdict, is_error)) + "\"";
  const auto& run = verdict.run;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " << counts
      << ">\n  <testsuite name=\"" << xml(run.scenario) << "\" " << counts
      << " skipped=\"0\" time=\"0\"";
  if (run.at) out << " timestamp=\"" << timestamp(*run.at) << "\"";
  out << ">\n    <properties>\n      <property name=\"seed\" value=\"" << run.seed
      << "\"/>\n      <property name=\"file\" value=\"" << xml(run.file)
      << "\"/>\n    </properties>\n";
  for (const auto& finding : verdict.findings) write_case(verdict, finding, out);
  out << "  </testsuite>\n</testsuites>\n";
}

}  // namespace stunt::verdict::report
