// SPDX-License-Identifier: MIT
#include "aws/json.h"

#include "verdict/report/report.h"
#include "world/calendar.h"

namespace stunt::verdict::report {
namespace {

using aws::Json;

Json to_json(const Row& row) {
  Json json = {{"seq", row.seq}, {"t", row.time.count()}, {"op", row.operation}};
  if (!row.secret.empty()) json["secretId"] = row.secret;
  if (row.attempt > 0) json["attempt"] = row.attempt;
  json["outcome"] = row.outcome;
  json["faults"] = row.faults;
  return json;
}

Json to_json(const Finding& finding) {
  return {{"name", finding.name},
          {"status", to_string(finding.status)},
          {"text", finding.text},
          {"details", finding.details},
          {"exchanges", finding.seqs}};
}

}  // namespace

void write_json(const Verdict& verdict, std::ostream& out) {
  const auto& run = verdict.run;
  Json json = {{"kind", "verdict"},         {"v", 1},
               {"scenario", run.scenario},  {"file", run.file},
               {"seed", run.seed},          {"status", to_string(verdict.status)},
               {"calls", verdict.exchanges}};
  if (run.at) json["at"] = world::rfc3339(*run.at);
  if (!run.again.empty()) json["again"] = run.again;
  json["findings"] = Json::array();
  for (const auto& finding : verdict.findings) json["findings"].push_back(to_json(finding));
  json["exchanges"] = Json::array();
  for (const auto& row : verdict.rows) json["exchanges"].push_back(to_json(row));
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace stunt::verdict::report
