// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "recorder/redaction/pseudonym.h"

namespace stunt::recorder {

/// A secret value, in the clear. Views into the Pseudonyms that know it.
struct Secret {
  SecretKind kind;
  std::string_view value;  ///< of a number or a boolean its JSON text
};

/// Which secret value has which number, for one transcript. A value stays in memory, in the clear,
/// as long as the recording lasts. Not thread-safe.
class Pseudonyms {
 public:
  /// From now on a value that is a pseudonym up to this number stays what it is, and numbers of
  /// others begin above it: for what was redacted before. Before the first of().
  void keep_written(std::uint64_t highest) { kept_ = below_ = highest; }

  /// Numbers begin above this one. Before the first of().
  void begin_above(std::uint64_t highest) { below_ = highest; }

  /// Asked for the number of a value that is new here, but may have one elsewhere. Before the first
  /// of().
  using Known = std::function<std::optional<std::uint64_t>(SecretKind, std::string_view)>;
  void ask(Known known) { known_ = std::move(known); }

  /// The value's pseudonym; a new one, if it is seen for the first time.
  Pseudonym of(SecretKind kind, std::string_view value);

  /// The value behind a number that of() gave for a value that was no pseudonym.
  Secret secret(std::uint64_t number) const;

  /// Whether of() gave that number.
  bool knows(std::uint64_t number) const {
    return number > kept_ && number - kept_ <= keys_.size();
  }

 private:
  std::unordered_map<std::string, std::uint64_t> numbers_;           ///< by kind and value
  std::vector<const std::string*> keys_;                             ///< by number - below_ - 1
  std::unordered_map<std::uint64_t, const std::string*> elsewhere_;  ///< up to below_
  std::uint64_t kept_ = 0;   ///< pseudonyms up to here stay as they are
  std::uint64_t below_ = 0;  ///< numbers that were given elsewhere
  Known known_;
};

}  // namespace stunt::recorder
