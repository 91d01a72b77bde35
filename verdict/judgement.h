// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <vector>

#include "verdict/finding.h"

namespace stunt::verdict {

/// Collects what speaks against one expectation, and makes a finding of it: a fail if anything is
/// wrong, else inconclusive if anything is unclear, else a pass.
class Judgement {
 public:
  using Seqs = std::vector<std::uint64_t>;

  void wrong(std::string text, const Seqs& seqs = {});
  void unclear(std::string text, const Seqs& seqs = {});

  /// A line for people behind what is wrong or unclear.
  void note(std::string text) { notes_.push_back(std::move(text)); }
  void notes(const std::vector<std::string>& lines) {
    notes_.insert(notes_.end(), lines.begin(), lines.end());
  }

  bool is_wrong() const { return !wrong_.empty(); }

  /// Of many things that are wrong the first few are told and the others counted.
  Finding finding(const std::string& name, std::string if_passed) const;

 private:
  std::vector<std::string> wrong_, unclear_, notes_;
  std::set<std::uint64_t> wrong_seqs_, unclear_seqs_;
};

/// "1 call", "3 calls"
std::string counted(std::uint64_t count, std::string_view thing);

/// "#12"
std::string number(std::uint64_t seq);

}  // namespace stunt::verdict
