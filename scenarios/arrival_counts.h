// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <unordered_map>

#include "aws/call.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// Counts the arrivals that rules match, where `nth` counts by something smaller than the rule:
/// for each rule and each operation, secret, invocation or client. Keeps so many counts and then
/// forgets the one that has not been asked for the longest: its next arrival is the first again.
/// One count costs about 100 bytes. Not thread-safe.
class ArrivalCounts {
 public:
  static constexpr std::size_t kMost = 1'000'000;

  explicit ArrivalCounts(std::size_t most = kMost) : most_(most) {}

  /// Which arrival of its kind this is, 1 for the first; counts it. A call without an SDK's
  /// invocation id is an invocation of its own, and always its first arrival.
  std::uint64_t count(std::uint32_t rule, NthBy by, const aws::Call& call);

 private:
  struct Entry {
    std::uint64_t key;
    std::uint64_t count;
  };

  const std::size_t most_;
  std::list<Entry> by_age_;  ///< asked for last comes last
  std::unordered_map<std::uint64_t, std::list<Entry>::iterator> by_key_;
};

}  // namespace stunt::scenarios
