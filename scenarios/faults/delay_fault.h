// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {

/// The call takes longer: it reaches the engine later (before) or its answer does the client
/// (after). Several delays add up.
class DelayFault : public Fault {
 public:
  explicit DelayFault(Latency latency) : latency_(std::move(latency)) {}

  Role role() const override { return Role::wait; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  Latency latency_;
};

std::shared_ptr<const Fault> read_delay_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
