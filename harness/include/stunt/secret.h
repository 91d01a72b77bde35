// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace stunt {

/// A secret's value: to be compared. What prints it prints "(secret)".
class Value {
 public:
  Value() = default;
  explicit Value(std::string text) : text_(std::move(text)) {}

  bool operator==(std::string_view text) const { return text_ == text; }
  bool operator==(const Value& other) const = default;

  /// In the clear.
  const std::string& reveal() const { return text_; }

 private:
  std::string text_;
};

std::ostream& operator<<(std::ostream& out, const Value& value);

/// A version of a secret, without its value.
struct Version {
  std::string id;
  std::vector<std::string> stages;  ///< "AWSCURRENT"…
};

std::ostream& operator<<(std::ostream& out, const Version& version);

/// A secret as the engine has it.
struct Secret {
  std::string name;
  bool exists = false;
  bool deleted = false;             ///< to be deleted, and out of reach until it is restored
  Value value{};                    ///< SecretString of AWSCURRENT; empty if there is none
  std::vector<Version> versions{};  ///< those without labels too
};

std::ostream& operator<<(std::ostream& out, const Secret& secret);

}  // namespace stunt
