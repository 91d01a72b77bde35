// SPDX-License-Identifier: MIT
#include "verdict/verdict.h"

#include <algorithm>
#include <set>

#include "verdict/judgement.h"
#include "verdict/kinds.h"
#include "verdict/no_calls.h"
#include "verdict/unfired.h"

namespace stunt::verdict {
namespace {

bool anybody_called(const Evidence& evidence) {
  const auto& entries = evidence.journal.entries;
  return evidence.journal.dropped > 0 ||
         std::any_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return entry.caller != Caller::setup; });
}

std::vector<Row> rows_of(const std::vector<Finding>& findings, const Evidence& evidence) {
  std::set<std::uint64_t> seqs;
  for (const auto& finding : findings) seqs.insert(finding.seqs.begin(), finding.seqs.end());
  std::vector<Row> rows;
  for (const auto& entry : evidence.journal.entries) {
    if (seqs.contains(entry.seq())) rows.push_back(row_of(entry, evidence.started));
  }
  return rows;
}

/// Without the calls that are gone, or without any, a fail may be one of the evidence.
void doubt(Finding& finding, std::string why) {
  if (finding.status != Status::fail) return;
  finding.status = Status::inconclusive;
  finding.details.push_back(std::move(why));
}

Finding judge_one(const Expectation& expectation, const Evidence& evidence) {
  auto finding = expectation.judge(evidence);
  if (evidence.journal.dropped > 0 && expectation.needs_all_calls()) {
    doubt(finding, "not all calls are known, so that this may be wrong");
  }
  return finding;
}

Finding dropped_calls(std::uint64_t dropped) {
  return {Status::inconclusive,
          "every call is known",
          "the oldest " + counted(dropped, "call") + " could not be kept",
          {},
          {}};
}

Status worst_of(const std::vector<Finding>& findings) {
  // As bad as they come.
  for (const auto status : {Status::error, Status::fail, Status::inconclusive}) {
    const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.status == status;
    });
    if (found) return status;
  }
  return Status::pass;
}

}  // namespace

Row row_of(const Entry& entry, world::Moment started) {
  const auto& call = entry.call();
  Row row{entry.seq(),
          std::max(entry.exchange->arrival.at - started, world::Duration(0)),
          std::string(call.operation),
          call.secret,
          call.sdk.attempt,
          entry.outcome ? std::string(to_string(*entry.outcome)) : "in flight",
          {}};
  if (entry.outcome) {
    for (const auto& fault : entry.exchange->outcome.faults) {
      // A rule may have done two things to one call.
      const bool is_told =
          std::find(row.faults.begin(), row.faults.end(), fault.rule) != row.faults.end();
      if (!is_told) row.faults.push_back(fault.rule);
    }
  }
  return row;
}

const Row* Verdict::row(std::uint64_t seq) const {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.seq == seq; });
  return found == rows.end() ? nullptr : &*found;
}

Verdict judge(const Expectations& expectations, const Evidence& evidence, Run run) {
  Verdict verdict;
  verdict.run = std::move(run);
  const auto& entries = evidence.journal.entries;
  const auto counted_calls = std::count_if(entries.begin(), entries.end(),
                                           [](const Entry& entry) { return entry.counts(); });
  verdict.exchanges = static_cast<std::uint64_t>(counted_calls) + evidence.journal.dropped;
  auto& findings = verdict.findings;
  bool says_how_it_exits = false;
  for (const auto& expectation : expectations) {
    // Whoever gets here was made by read_expect().
    const auto& one = static_cast<const Expectation&>(*expectation);
    says_how_it_exits |= one.is_about_exit();
    findings.push_back(judge_one(one, evidence));
  }
  if (evidence.exit && !says_how_it_exits) findings.push_back(usual_exit()->judge(evidence));
  for (auto& finding : unfired_rules(evidence)) findings.push_back(std::move(finding));
  if (!anybody_called(evidence)) {
    for (auto& finding : findings) doubt(finding, "no call arrived, so that this says nothing");
    findings.push_back(no_calls());
  }
  if (evidence.journal.dropped > 0) findings.push_back(dropped_calls(evidence.journal.dropped));
  verdict.status = worst_of(findings);
  verdict.rows = rows_of(findings, evidence);
  return verdict;
}

}  // namespace stunt::verdict
