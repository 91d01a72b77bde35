// SPDX-License-Identifier: MIT
#include "harness/embedded/judge_calls.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "harness/embedded/scope_parts.h"
#include "harness/run/evidence.h"
#include "verdict/judgement.h"
#include "verdict/near_miss.h"
#include "verdict/report/escape.h"
#include "verdict/report/table.h"
#include "verdict/unfired.h"

namespace stunt::embedded {
namespace {

using verdict::Entry;
using verdict::Evidence;
using Seqs = std::set<std::uint64_t>;

/// Nobody reads more.
constexpr std::size_t kMostRows = 20;

/// Calls by their numbers, as a table; without any, that nobody called at all.
std::string rows_of(const Evidence& evidence, const Seqs& seqs) {
  std::vector<verdict::Row> rows;
  bool any = false;
  for (const auto& entry : evidence.journal.entries) {
    any = any || entry.counts();
    if (seqs.contains(entry.seq())) rows.push_back(verdict::row_of(entry, evidence.started));
  }
  if (!any) return "no call arrived: the client did nothing, or called somebody else\n";
  if (rows.empty()) return {};
  std::vector<const verdict::Row*> lines;
  for (const auto& row : rows) lines.push_back(&row);
  const auto more = lines.size() > kMostRows ? lines.size() - kMostRows : 0;
  if (more > 0) lines.resize(kMostRows);
  std::ostringstream out;
  verdict::report::write_table(lines, "  ", out);
  if (more > 0) out << "  and " << more << " more\n";
  return out.str();
}

/// What was nearly meant; its calls are added to `seqs`.
std::string misses_of(const Evidence& evidence, const verdict::Calls& calls, Seqs& seqs) {
  std::string text;
  for (const auto& miss : verdict::nearest_misses(calls.match, evidence)) {
    seqs.insert(miss.seq);
    text += "nearly: " + verdict::report::plain(miss.text) + "\n";
  }
  return text;
}

std::string came(std::size_t count) {
  if (count == 0) return "none came";
  return verdict::counted(count, "call") + " came";
}

std::string in_flight(const std::vector<std::uint64_t>& open) {
  if (open.empty()) return {};
  return "still in flight, and perhaps one of them: " + verdict::counted(open.size(), "call") +
         "\n";
}

/// Those of a sequence as they get their calls.
class Sequence {
 public:
  explicit Sequence(const std::vector<const Expected*>& expected)
      : expected_(expected), counts_(expected.size(), 0) {}

  /// False: it comes too late for the one that it belongs to.
  bool take(const Entry& entry, const scenarios::Board& board) {
    for (std::size_t i = at_; i < expected_.size(); ++i) {
      if (is_meant(i, entry, board) && !expected_[i]->is_full(counts_[i])) {
        at_ = i;
        ++counts_[i];
        return true;
      }
      if (!expected_[i]->is_enough(counts_[i])) break;
    }
    for (std::size_t i = 0; i < expected_.size(); ++i) {
      if (is_meant(i, entry, board)) return false;
    }
    return true;
  }

  /// The first that has too few; their number if there is none.
  std::size_t first_lacking() const {
    std::size_t i = 0;
    while (i < expected_.size() && expected_[i]->is_enough(counts_[i])) ++i;
    return i;
  }

  int count(std::size_t i) const { return counts_[i]; }

  std::string name(std::size_t i) const {
    return "number " + std::to_string(i + 1) + " of " + std::to_string(expected_.size()) + ", " +
           verdict::describe(expected_[i]->calls);
  }

 private:
  bool is_meant(std::size_t i, const Entry& entry, const scenarios::Board& board) const {
    return verdict::meets(expected_[i]->calls.match, entry, board);
  }

  const std::vector<const Expected*>& expected_;
  std::vector<int> counts_;
  std::size_t at_ = 0;
};

/// Calls that some of these are about.
Seqs meant_by_any(const Evidence& evidence, const std::vector<const Expected*>& expected) {
  Seqs seqs;
  for (const auto* one : expected) {
    const auto met = verdict::met(one->calls, evidence).seqs;
    seqs.insert(met.begin(), met.end());
  }
  return seqs;
}

}  // namespace

std::string judge_count(const Evidence& evidence, const Expected& expected) {
  const auto [met, open] = verdict::met(expected.calls, evidence);
  const auto count = static_cast<int>(met.size());
  if (expected.is_enough(count)) return {};
  Seqs seqs(met.begin(), met.end());
  auto text = "calls: " + verdict::describe(expected.calls) + "\nexpected: " + expected.times +
              "\nactual: " + came(met.size()) + "\n";
  if (!expected.is_full(count)) {
    text += in_flight(open) + misses_of(evidence, expected.calls, seqs);
  }
  return text + rows_of(evidence, seqs);
}

std::string judge_sequence(const Evidence& evidence, const std::vector<const Expected*>& expected) {
  Sequence sequence(expected);
  auto seqs = meant_by_any(evidence, expected);
  for (const auto& entry : evidence.journal.entries) {
    if (!entry.counts()) continue;
    if (sequence.take(entry, evidence.board)) continue;
    const auto lacking = sequence.first_lacking();
    const auto then = lacking == expected.size() ? "none of them any more" : sequence.name(lacking);
    return "out of order: " + verdict::number(entry.seq()) + " " +
           verdict::report::plain(verdict::describe(entry.call())) + "\nexpected then: " + then +
           "\n" + rows_of(evidence, seqs);
  }
  const auto lacking = sequence.first_lacking();
  if (lacking == expected.size()) return {};
  auto text = "in sequence: " + sequence.name(lacking) + "\nexpected: " + expected[lacking]->times +
              "\nactual: " + came(static_cast<std::size_t>(sequence.count(lacking))) +
              (lacking > 0 ? " after those before" : "") + "\n";
  text += misses_of(evidence, expected[lacking]->calls, seqs);
  return text + rows_of(evidence, seqs);
}

std::string judge_rules(const Evidence& evidence) {
  std::string text;
  for (const auto& finding : verdict::unfired_rules(evidence)) {
    text += finding.text + "\n";
    for (const auto& detail : finding.details) {
      if (detail.starts_with("nearly")) text += verdict::report::plain(detail) + "\n";
    }
    text += rows_of(evidence, Seqs(finding.seqs.begin(), finding.seqs.end()));
  }
  if (!text.empty()) text += "a rule that need not act: MayNotFire()\n";
  return text;
}

Evidence evidence_of(const Scope& scope) {
  scope.parts()->settle();
  return harness::evidence_of(*scope.parts()->world);
}

}  // namespace stunt::embedded
