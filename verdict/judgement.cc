// SPDX-License-Identifier: MIT
#include "verdict/judgement.h"

#include <algorithm>

namespace stunt::verdict {
namespace {

/// Nobody reads more.
constexpr std::size_t kMostLines = 10;
constexpr std::size_t kMostSeqs = 20;

Finding of(Status status, const std::string& name, const std::vector<std::string>& lines,
           const std::vector<std::string>& notes, const std::set<std::uint64_t>& seqs) {
  Finding finding{status, name, lines.front()};
  const auto told = std::min(lines.size(), kMostLines);
  finding.details.assign(lines.begin() + 1, lines.begin() + static_cast<std::ptrdiff_t>(told));
  if (lines.size() > told) {
    finding.details.push_back("and " + std::to_string(lines.size() - told) + " more like these");
  }
  finding.details.insert(finding.details.end(), notes.begin(), notes.end());
  for (const auto seq : seqs) {
    if (finding.seqs.size() < kMostSeqs) finding.seqs.push_back(seq);
  }
  return finding;
}

}  // namespace

void Judgement::wrong(std::string text, const Seqs& seqs) {
  wrong_.push_back(std::move(text));
  wrong_seqs_.insert(seqs.begin(), seqs.end());
}

void Judgement::unclear(std::string text, const Seqs& seqs) {
  unclear_.push_back(std::move(text));
  unclear_seqs_.insert(seqs.begin(), seqs.end());
}

Finding Judgement::finding(const std::string& name, std::string if_passed) const {
  if (!wrong_.empty()) return of(Status::fail, name, wrong_, notes_, wrong_seqs_);
  if (!unclear_.empty()) return of(Status::inconclusive, name, unclear_, notes_, unclear_seqs_);
  return {Status::pass, name, std::move(if_passed), {}, {}};
}

std::string counted(std::uint64_t count, std::string_view thing) {
  return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

std::string number(std::uint64_t seq) { return "#" + std::to_string(seq); }

}  // namespace stunt::verdict
