// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::emulator::policy {

/// How a condition compares what a call says with what the policy wants.
struct Operator {
  using Compare = bool (*)(std::string_view said, std::string_view wanted);

  std::string_view name;        ///< "StringLike"
  bool negated = false;         ///< holds if nothing that was said is what is wanted
  Compare compare = nullptr;    ///< null: of the grammar, but nobody says what it could compare
  bool about_presence = false;  ///< Null: not what was said counts, but whether anything was
};

/// One line of a statement's element Condition.
struct Condition {
  /// Of the values that a call says for the key, how many must do.
  enum class Quantifier { one, any, all };

  const Operator* op = nullptr;  ///< never null in what read_condition() has made
  Quantifier quantifier = Quantifier::one;
  bool if_exists = false;  ///< holds also if the call does not say the key
  std::string key;         ///< small letters: case does not count
  std::vector<std::string> wanted;
};

/// Reads "ForAnyValue:StringLikeIfExists" into a condition without key and values; nothing if
/// there is no such operator.
std::optional<Condition> read_operator(std::string_view text);

/// What a call says for a key in small letters: its values, no values if it could have said
/// something but did not, nothing if the key is not known here.
using Facts = std::function<std::optional<std::vector<std::string>>(std::string_view key)>;

/// True if the condition holds. It never does for a key that is not known.
bool holds(const Condition& condition, const Facts& facts);

}  // namespace stunt::emulator::policy
