// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "aws/exchange.h"
#include "aws/outcome_kind.h"

namespace stunt::harness {

/// What is counted of the calls of one scope or of several. Names of secrets are not in it.
struct Counts {
  /// Seconds: from an answer of the emulator to a timeout of an SDK.
  static constexpr std::array<double, 14> kBounds = {
      0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 10, 60};

  struct Histogram {
    std::array<std::uint64_t, kBounds.size() + 1> buckets{};  ///< the last: above all bounds
    double seconds = 0;                                       ///< the sum
  };
  using Request = std::tuple<std::string_view, aws::OutcomeKind>;        ///< operation or "other"
  using Fault = std::tuple<std::string, std::string, std::string_view>;  ///< rule, action, phase

  std::map<Request, std::uint64_t> requests{};
  std::map<Fault, std::uint64_t> faults{};
  Histogram durations{};      ///< from arrival to the last byte
  std::uint64_t delayed = 0;  ///< answers that wait now
  std::uint64_t replay_misses = 0;
  std::uint64_t transcript_lines = 0;

  Counts& operator+=(const Counts& other);
};

/// Counts the calls of a scope; who asks for lines and misses adds them. Thread-safe.
class Metrics {
 public:
  /// Of more rules than these the faults are counted under "other".
  static constexpr std::size_t kRulesMost = 1000;

  void arrived(const aws::Exchange& exchange);
  void ended(const aws::Exchange& exchange);

  Counts counts() const;

 private:
  mutable std::mutex mutex_;
  Counts counts_;
  std::unordered_set<std::string> rules_;
  std::unordered_set<const aws::Exchange*> delayed_;
};

}  // namespace stunt::harness
