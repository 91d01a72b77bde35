// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// From when this call's answer is due, new connections are refused for a while. The call itself is
/// answered as usual.
class RefuseFault : public Fault {
 public:
  explicit RefuseFault(world::Duration span) : span_(span) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  world::Duration span_;
};

std::shared_ptr<const Fault> read_refuse_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
