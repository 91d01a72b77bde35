// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// The service's clock seems to be off. Every answer's Date is shifted. A call that was signed at a
/// time too far from the shifted one is refused as AWS refuses it; so a client that follows the
/// Date gets through.
class ClockSkewFault : public Fault {
 public:
  explicit ClockSkewFault(world::Duration skew) : skew_(skew) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  void set_terms(aws::Terms& terms) const override { terms.clock_off += skew_; }
  std::optional<aws::Error> refuses(const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  std::string text() const;

  world::Duration skew_;
};

std::shared_ptr<const Fault> read_clock_skew_fault(const input::Value& settings,
                                                   const Target& target);

}  // namespace stunt::scenarios
