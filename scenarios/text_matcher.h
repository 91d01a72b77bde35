// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "aws/json.h"
#include "scenarios/glob.h"
#include "scenarios/regex.h"

namespace stunt::scenarios {

/// What a text must be like: all of the conditions that are given hold. Matches whole texts, case
/// counts. Immutable once made, cheap to copy, thread-safe.
class TextMatcher {
 public:
  struct Conditions {
    std::optional<std::string> equals{};
    std::optional<Glob> glob{};
    std::optional<Regex> regex{};
    std::optional<bool> absent{};               ///< true: there is no text; false: there is one
    std::shared_ptr<const TextMatcher> none{};  ///< must not match
  };

  TextMatcher(Conditions conditions) : is_(std::move(conditions)) {}  // NOLINT: a value
  TextMatcher(Glob glob) : is_{.glob = std::move(glob)} {}            // NOLINT: a value

  const Conditions& conditions() const { return is_; }

  /// Nothing: what is matched is absent.
  bool matches(std::optional<std::string_view> text) const;

  /// The same of something that goes by several texts: a condition holds if one of them meets it.
  /// What is absent may have texts all the same, where somebody says what stands for it.
  bool matches(std::span<const std::string_view> texts, bool is_absent) const;

  /// The one text that can match, if there is just one.
  std::optional<std::string_view> literal() const;

  /// Only a glob is given.
  bool is_glob() const;

  /// The same with `change` made to each literal in it, also to those that must not match.
  TextMatcher with_literals(const std::function<std::string(std::string_view)>& change) const;

  /// In the form in which it is read: a glob alone is its text, all else an object.
  aws::Json to_json() const;

  /// The same, always as an object.
  aws::Json to_object() const;

 private:
  Conditions is_;
};

}  // namespace stunt::scenarios
