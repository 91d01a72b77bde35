// SPDX-License-Identifier: MIT
#include "scenarios/glob.h"

#include <algorithm>
#include <cassert>

#include <re2/re2.h>

namespace stunt::scenarios {
namespace {

constexpr std::string_view kWildcards = "*?";

bool is_wildcard(char c) { return kWildcards.find(c) != std::string_view::npos; }

std::string to_regex(std::string_view pattern) {
  std::string regex = "(?s)";
  while (!pattern.empty()) {
    const auto literal = std::min(pattern.find_first_of(kWildcards), pattern.size());
    regex += RE2::QuoteMeta(re2::StringPiece(pattern.data(), literal));
    pattern.remove_prefix(literal);
    if (pattern.empty()) break;
    regex += pattern.front() == '*' ? ".*" : ".";
    pattern.remove_prefix(1);
  }
  return regex;
}

}  // namespace

std::size_t count_wildcards(std::string_view pattern) {
  return static_cast<std::size_t>(std::count_if(pattern.begin(), pattern.end(), is_wildcard));
}

Glob::Glob(std::string pattern) : pattern_(std::move(pattern)) {
  const auto first = pattern_.find_first_of(kWildcards);
  if (first == std::string::npos) return;
  const auto last = pattern_.find_last_of(kWildcards);
  is_literal_ = false;
  head_ = first;
  tail_ = pattern_.size() - last - 1;
  if (first == last && pattern_[first] == '*') return;
  for (auto wildcard = first; wildcard < last;) {
    const auto next = pattern_.find_first_of(kWildcards, wildcard + 1);
    if (next - wildcard - 1 > core_size_) {
      core_ = wildcard + 1;
      core_size_ = next - core_;
    }
    wildcard = next;
  }
  const auto regex = std::make_shared<RE2>(to_regex(pattern_));
  assert(regex->ok());
  regex_ = regex;
}

bool Glob::matches(std::string_view text) const {
  if (is_literal_) return text == pattern_;
  const std::string_view pattern(pattern_);
  if (text.size() < head_ + tail_ || !text.starts_with(pattern.substr(0, head_)) ||
      !text.ends_with(pattern.substr(pattern.size() - tail_))) {
    return false;
  }
  if (!regex_) return true;
  if (text.find(pattern.substr(core_, core_size_), head_) == std::string_view::npos) return false;
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *regex_);
}

}  // namespace stunt::scenarios
