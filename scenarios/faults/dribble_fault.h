// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// How slowly an answer comes.
struct Trickle {
  static constexpr std::uint64_t kMostChunks = 10'000;
  static constexpr std::uint64_t kMostBytesPerSecond = 1'000'000'000;

  std::uint64_t chunks = 0;            ///< the body comes in so many pieces, if any …
  world::Duration over{0};             ///< … evenly over this time
  std::uint64_t bytes_per_second = 0;  ///< of the body; 0: no limit
  world::Duration headers_over{0};     ///< the head comes byte by byte over this time
};

/// The answer is whole and right, but comes slowly.
class DribbleFault : public Fault {
 public:
  explicit DribbleFault(Trickle trickle) : trickle_(trickle) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  Trickle trickle_;
};

std::shared_ptr<const Fault> read_dribble_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
