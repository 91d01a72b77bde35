// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace stunt::test {

/// What somebody asks of the one secret.
struct Command {
  enum class What { put, move, read, describe, schedule, restore };

  What what = What::describe;
  std::string label{};    ///< put: which it gets; move, read: which it is about
  std::string version{};  ///< put: the new one; move: to where
  std::string from{};     ///< move
  std::string value{};    ///< put
};

std::string to_string(const Command& command);

/// One secret as it is when only one call is made at a time: written apart from the emulator, in as
/// few words as the rules need. At first it has a version 1 with AWSCURRENT and a version 2 with
/// CANARY.
struct SecretModel {
  SecretModel();

  /// Does what is asked and says what a client sees of that.
  std::string apply(const Command& command);

  /// The same for equal states, and another for each other one.
  std::string key() const;

  std::string put(const Command& command);
  std::string move(const Command& command);
  std::string read(const Command& command) const;
  std::string describe() const;
  /// The version that has the label; empty if none has.
  std::string holder(const std::string& label) const;

  /// " A B", sorted.
  std::string labels_of(const std::string& version) const;

  bool scheduled = false;
  std::map<std::string, std::string> values{};   ///< by version
  std::map<std::string, std::string> holders{};  ///< version by label
};

// What clients see besides values.
constexpr const char* kDone = "done";
constexpr const char* kMarkedForDeletion = "marked for deletion";
constexpr const char* kRefused = "refused";

}  // namespace stunt::test
