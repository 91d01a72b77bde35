// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace re2 {
class RE2;
}

namespace stunt::scenarios {

/// A regular expression in the syntax of RE2, which takes time in proportion to the text, whatever
/// the pattern. Matches whole texts, case counts. Immutable, cheap to copy, thread-safe.
class Regex {
 public:
  static constexpr std::size_t kLongest = 2048;        ///< bytes of a pattern
  static constexpr std::size_t kMostMemory = 1 << 20;  ///< bytes that one may take

  /// The expression, or RE2's word on what is wrong with it.
  static tl::expected<Regex, std::string> compile(std::string pattern);

  const std::string& pattern() const { return pattern_; }
  bool matches(std::string_view text) const;

 private:
  Regex() = default;

  std::string pattern_;
  std::shared_ptr<const re2::RE2> regex_;

  // Most texts do not match; these find out sooner than the expression does. No text outside of
  // [least_, most_] matches, if has_range_, and none without needed_ in it.
  bool has_range_ = false;
  std::string least_, most_;
  std::string needed_;
};

/// The longest text that is sure to be in every text that matches, as far as a short look at the
/// pattern can tell; empty if it cannot. The pattern must be valid.
std::string needed_literal(std::string_view pattern);

}  // namespace stunt::scenarios
