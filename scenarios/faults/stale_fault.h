// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// The call reads what was there some time, or some versions, ago.
class StaleFault : public Fault {
 public:
  /// More than the emulator remembers of a secret.
  static constexpr std::uint64_t kMostVersionsBack = 100;

  StaleFault(world::Duration lag, unsigned versions_back)
      : lag_(lag), versions_back_(versions_back) {}

  Role role() const override { return Role::engine; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  void set_terms(aws::Terms& terms) const override;
  aws::Json to_json() const override;

 private:
  world::Duration lag_;
  unsigned versions_back_;
};

std::shared_ptr<const Fault> read_stale_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
