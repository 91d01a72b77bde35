// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "stunt/exchange.h"

namespace stunt {

/// How a client should wait before it tries again, and how often it may.
class RetryProfile {
 public:
  using Duration = std::chrono::microseconds;

  /// What may come on top of a wait: the network, the client's own work. 100 ms unless said.
  RetryProfile& Slack(Duration slack);

  /// The waits must be spread evenly below their bounds; that takes at least 20 of them to judge.
  RetryProfile& JitterRequired();

  /// Attempts of one call, the first included. 3 unless said.
  RetryProfile& AtMost(unsigned attempts);

  /// What judges by it.
  enum class Kind { standard_2_0, standard_2_1 };
  struct Terms {
    Kind kind;
    Duration slack = std::chrono::milliseconds(100);
    bool jitter_required = false;
    unsigned attempts = 3;
  };
  const Terms& terms() const { return terms_; }

 protected:
  explicit RetryProfile(Kind kind) : terms_{kind} {}

 private:
  Terms terms_;
};

/// AWS's standard mode as it was: rand(0, 1) · min(2^(n-1), 20) seconds before retry n.
class AwsStandard_2_0 : public RetryProfile {
 public:
  AwsStandard_2_0() : RetryProfile(Kind::standard_2_0) {}
};

/// As of 2026: rand(0, 1) · min(base · 2^(n-1), 20 s), base 1 s after throttling and 50 ms after
/// all else; a server's hint counts up to 5 seconds above that.
class AwsStandard_2_1 : public RetryProfile {
 public:
  AwsStandard_2_1() : RetryProfile(Kind::standard_2_1) {}
};

// What speaks against it, a line each; empty if nothing does. What cannot be judged, because
// nobody tried again for example, speaks against it too.

/// The retries among these exchanges follow the profile.
std::string problem_with_retries(const Exchanges& exchanges, const RetryProfile& profile);

/// After each answer with x-amz-retry-after nobody came back before it says so.
std::string problem_with_hints(const Exchanges& exchanges);

/// This answer had an x-amz-retry-after, and if there was another attempt, it did not come before.
std::string problem_with_hint(const Exchange& exchange);

}  // namespace stunt
