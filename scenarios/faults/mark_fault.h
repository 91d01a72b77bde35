// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// A mark of the script is reached: what waits for it goes on.
class MarkFault : public Fault {
 public:
  explicit MarkFault(std::string name) : name_(std::move(name)) {}

  Role role() const override { return Role::note; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  std::string_view mark() const override { return name_; }
  aws::Json to_json() const override { return name_; }

 private:
  std::string name_;
};

std::shared_ptr<const Fault> read_mark_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
