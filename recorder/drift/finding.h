// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "recorder/drift/difference.h"

namespace stunt::recorder {

/// What came of holding one exchange against its counterpart.
struct Finding {
  enum class Kind {
    equal,
    different,
    sent,          ///< it was answered, and nobody wanted to compare
    not_compared,  ///< nothing is known that could be compared
    not_sent,      ///< it could not be sent again, or must not be
    missing,       ///< it has no counterpart
    extra,         ///< only the other session has it
  };

  Kind kind = Kind::equal;
  std::uint64_t seq = 0;        ///< of the recorded exchange; of the other one if this is extra
  std::uint64_t other_seq = 0;  ///< where the counterpart stands in a transcript too
  std::string operation, secret;
  std::string reason{};  ///< of what was not compared or not sent; of what was sent the answer
  std::vector<Difference> request{}, answer{};
};

/// "equal", "different", "notCompared"…
std::string_view to_string(Finding::Kind kind);

/// Which differences count as a failure, by Severity.
using Severities = std::array<bool, kSeverities>;

/// What all findings come to.
class Totals {
 public:
  void add(const Finding& finding);

  std::uint64_t all() const;
  std::uint64_t of(Finding::Kind kind) const;
  std::uint64_t of(Severity severity) const;

  /// Why exchanges were not compared or not sent, what was answered to those that were, and how
  /// many each.
  const std::map<std::string, std::uint64_t>& reasons() const { return reasons_; }

  /// Whether there is a difference that counts; a missing or an extra exchange always does.
  bool is_failure(const Severities& counting) const;

 private:
  std::array<std::uint64_t, 7> kinds_{};
  std::array<std::uint64_t, kSeverities> severities_{};
  std::map<std::string, std::uint64_t> reasons_;
};

}  // namespace stunt::recorder
