// SPDX-License-Identifier: MIT
#include "verdict/report/report.h"

#include <algorithm>
#include <array>

#include "world/told.h"

namespace stunt::verdict::report {
namespace {

constexpr std::array kFormats = {
    Format{"text", "text/plain; charset=utf-8",
           [](const Verdict& verdict, std::ostream& out) { write_text(verdict, out); }},
    Format{"json", "application/json", write_json},
    Format{"junit", "application/xml", write_junit},
    Format{"tap", "text/plain; charset=utf-8", write_tap},
    Format{"markdown", "text/markdown; charset=utf-8", write_markdown},
};

constexpr std::array<std::string_view, 7> kTitles = {"seq",     "time",    "operation", "secret",
                                                     "attempt", "outcome", "faults"};

std::string or_nothing(std::string text) { return text.empty() ? "-" : text; }

}  // namespace

std::span<const Format> formats() { return kFormats; }

std::optional<Format> format_of(std::string_view name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const Format& format) { return format.name == name; });
  if (found == kFormats.end()) return std::nullopt;
  return *found;
}

std::span<const std::string_view> titles() { return kTitles; }

std::vector<std::string> cells_of(const Row& row) {
  std::string faults;
  for (const auto& rule : row.faults) faults += (faults.empty() ? "" : ", ") + rule;
  return {std::to_string(row.seq),
          world::clock_time(row.time),
          row.operation.empty() ? "(unknown)" : row.operation,
          or_nothing(row.secret),
          or_nothing(row.attempt > 0 ? std::to_string(row.attempt) : ""),
          row.outcome,
          or_nothing(faults)};
}

std::vector<const Row*> rows_of(const Verdict& verdict, const Finding& finding) {
  std::vector<const Row*> rows;
  for (const auto seq : finding.seqs) {
    if (const auto* row = verdict.row(seq)) rows.push_back(row);
  }
  return rows;
}

}  // namespace stunt::verdict::report
