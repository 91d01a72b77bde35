// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "harness/admin/errands.h"
#include "scenarios/match.h"
#include "verdict/journal.h"
#include "world/clock.h"

namespace stunt::harness {

/// Those who wait for calls of a scope, no longer than they want to, and hold no thread meanwhile.
/// Thread-safe.
class CallWaits {
 public:
  /// More do not wait for one scope at once.
  static constexpr std::size_t kMost = 1000;

  /// Both must outlive it.
  CallWaits(verdict::Journal& journal, admin::Errands& errands)
      : journal_(journal), errands_(errands) {}

  using Told = std::function<void(bool reached)>;

  /// Calls `told` once, on any thread, perhaps before this returns: with true as Journal::await()
  /// says, or with false when so much of the machine's time has passed. What is returned is to be
  /// let go when nobody waits any more, and before the scope is; null if too many wait.
  std::shared_ptr<void> await(scenarios::Match match, std::uint64_t count, world::Duration within,
                              Told told);

 private:
  verdict::Journal& journal_;
  admin::Errands& errands_;
  const std::shared_ptr<void> places_ = std::make_shared<char>();  ///< shared by all who wait
};

}  // namespace stunt::harness
