// SPDX-License-Identifier: MIT
#include "scenarios/regex.h"

#include <re2/re2.h>

namespace stunt::scenarios {

tl::expected<Regex, std::string> Regex::compile(std::string pattern) {
  constexpr int kRangeBytes = 16;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  const auto compiled = std::make_shared<RE2>(pattern, options);
  if (!compiled->ok()) return tl::make_unexpected(compiled->error());
  Regex regex;
  regex.needed_ = needed_literal(pattern);
  regex.pattern_ = std::move(pattern);
  regex.has_range_ = compiled->PossibleMatchRange(&regex.least_, &regex.most_, kRangeBytes);
  regex.regex_ = compiled;
  return regex;
}

bool Regex::matches(std::string_view text) const {
  if (has_range_ && (text < least_ || text > most_)) return false;
  if (text.find(needed_) == text.npos) return false;
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *regex_);
}

}  // namespace stunt::scenarios
