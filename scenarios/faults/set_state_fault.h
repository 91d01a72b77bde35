// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// Machines of the script change their states.
class SetStateFault : public Fault {
 public:
  explicit SetStateFault(Board::States states) : states_(std::move(states)) {}

  Role role() const override { return Role::note; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  Board::States states_;
};

std::shared_ptr<const Fault> read_set_state_fault(const input::Value& settings,
                                                  const Target& target);

}  // namespace stunt::scenarios
