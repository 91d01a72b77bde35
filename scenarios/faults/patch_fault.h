// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// The answer's JSON body is patched (RFC 6902). A patch that does not fit leaves it as it is.
class PatchFault : public Fault {
 public:
  explicit PatchFault(aws::Json patch);

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override { return patch_; }

 private:
  aws::Json patch_;
  nlohmann::json rehearsed_;  ///< the same, for bodies whose members have no order
  aws::Json changes_;         ///< the same without its tests
};

std::shared_ptr<const Fault> read_patch_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
