// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// The write reaches the engine twice, or readers see it later.
class ApplyFault : public Fault {
 public:
  /// Without a time: twice.
  explicit ApplyFault(std::optional<world::Duration> visible_after)
      : visible_after_(visible_after) {}

  Role role() const override { return Role::engine; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  void set_terms(aws::Terms& terms) const override;
  aws::Json to_json() const override;
  aws::Json companion_json() const override;

 private:
  std::optional<world::Duration> visible_after_;
};

std::shared_ptr<const Fault> read_apply_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
