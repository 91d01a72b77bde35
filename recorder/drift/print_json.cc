// SPDX-License-Identifier: MIT
#include "aws/json.h"
#include "recorder/drift/printer.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using Kind = Finding::Kind;

void add_differences(const std::vector<Difference>& differences, std::string_view in, Json& list) {
  for (const auto& one : differences) {
    list.push_back({{"in", in},
                    {"severity", to_string(one.severity)},
                    {"path", one.pointer},
                    {"recorded", one.recorded},
                    {"live", one.live}});
  }
}

class JsonPrinter : public DriftPrinter {
 public:
  explicit JsonPrinter(std::ostream& out) : out_(out) {}

  void finding(const Finding& finding) override {
    Json line = {{"kind", "exchange"}, {"seq", finding.seq}};
    if (finding.other_seq != 0) line["otherSeq"] = finding.other_seq;
    line["op"] = finding.operation;
    if (!finding.secret.empty()) line["secret"] = finding.secret;
    line["result"] = to_string(finding.kind);
    if (!finding.reason.empty()) line["reason"] = finding.reason;
    auto differences = Json::array();
    add_differences(finding.request, "request", differences);
    add_differences(finding.answer, "answer", differences);
    if (!differences.empty()) line["differences"] = std::move(differences);
    out_ << plain_json(line) << std::endl;
  }

  void end(const DriftEnd& end) override {
    Json line = {{"kind", "summary"}, {"exchanges", end.totals.all()}};
    for (const auto kind : {Kind::equal, Kind::different, Kind::sent, Kind::not_compared,
                            Kind::not_sent, Kind::missing, Kind::extra}) {
      line[std::string(to_string(kind))] = end.totals.of(kind);
    }
    auto& severities = line["severities"] = Json::object();
    for (std::size_t i = 0; i < kSeverities; ++i) {
      const auto severity = static_cast<Severity>(i);
      severities[std::string(to_string(severity))] = end.totals.of(severity);
    }
    line["reasons"] = Json::object();
    for (const auto& [reason, count] : end.totals.reasons()) line["reasons"][reason] = count;
    if (end.totals.of(Kind::sent) == 0) line["notCounted"] = left_out(end);
    line["notes"] = end.notes;
    out_ << plain_json(line) << std::endl;
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<DriftPrinter> make_json_printer(std::ostream& out) {
  return std::make_unique<JsonPrinter>(out);
}

}  // namespace stunt::recorder
