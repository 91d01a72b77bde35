// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// These members take the place of those in the answer's JSON body, and null takes them out (RFC
/// 7396). A body that is no JSON object stays as it is.
class MergeFault : public Fault {
 public:
  explicit MergeFault(aws::Json members) : members_(std::move(members)) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override { return members_; }

 private:
  aws::Json members_;
};

std::shared_ptr<const Fault> read_merge_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
