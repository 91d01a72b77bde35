// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace stunt::scenarios {

/// A pattern in which '*' stands for any text, also none, and '?' for any one character; all else
/// stands for itself. Matches whole texts, case counts. Immutable, cheap to copy, thread-safe.
class Glob {
 public:
  static constexpr std::size_t kLongest = 2048;  ///< bytes; AWS's SecretId is no longer
  static constexpr std::size_t kMostWildcards = 32;

  /// `pattern` keeps within the limits above.
  explicit Glob(std::string pattern);

  const std::string& pattern() const { return pattern_; }

  /// No wildcard: matches just itself.
  bool is_literal() const { return is_literal_; }

  bool matches(std::string_view text) const;

 private:
  std::string pattern_;
  bool is_literal_ = true;

  // Most texts do not match; these find out sooner than a regular expression does.
  std::size_t head_ = 0;  ///< bytes before the first wildcard
  std::size_t tail_ = 0;  ///< bytes behind the last one
  std::size_t core_ = 0;  ///< where the longest run between two wildcards begins
  std::size_t core_size_ = 0;

  std::shared_ptr<const re2::RE2> regex_;  ///< if head, one '*' and tail do not say it all
};

/// The number of '*' and '?' in it.
std::size_t count_wildcards(std::string_view pattern);

}  // namespace stunt::scenarios
