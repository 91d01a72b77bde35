// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/error_fault.h"
#include "scenarios/faults/token_buckets.h"

namespace stunt::scenarios {

/// Whose calls share a bucket.
enum class ThrottlePer { scope, client, operation, secret };

struct Throttling {
  static constexpr double kLeastRate = 0.001;
  static constexpr double kMost = 1'000'000;  ///< of rate and of burst

  /// Without one the buckets are AWS's own.
  std::optional<Allowance> allowance{};
  ThrottlePer per = ThrottlePer::scope;
  std::string code = "ThrottlingException";
  std::optional<world::Duration> retry_after{};
};

/// Calls come faster than a bucket fills: those that find it empty get an error, and no other call
/// is touched. Time is the scenario's.
class ThrottleFault : public Fault {
 public:
  ThrottleFault(Throttling throttling, const aws::ErrorModel* known);

  Role role() const override { return Role::answer; }
  bool wants(const Occasion& occasion) const override;
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  std::string_view key(const aws::Call& call) const;

  Throttling throttling_;
  ErrorFault error_;
  mutable TokenBuckets buckets_;
};

std::shared_ptr<const Fault> read_throttle_fault(const input::Value& settings,
                                                 const Target& target);

}  // namespace stunt::scenarios
