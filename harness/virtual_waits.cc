// SPDX-License-Identifier: MIT
#include "harness/virtual_waits.h"

#include <utility>
#include <vector>

namespace stunt::harness {

void VirtualWaits::retime(aws::Exchange& exchange, aws::Outcome& outcome) {
  const auto delay = std::exchange(outcome.shape.delay, world::Duration(0));
  if (delay <= world::Duration(0)) return;
  exchange.injected += delay;
  const auto due = clock_.now() + delay;
  outcome.shape.hold = [this, due, hold = std::move(outcome.shape.hold)](GoOn go_on) {
    if (!hold) return wait(due, std::move(go_on));
    wait(due, [hold, go_on = std::move(go_on)] { hold(go_on); });
  };
}

void VirtualWaits::wait(world::Instant due, GoOn go_on) {
  {
    const std::lock_guard lock(mutex_);
    if (due > clock_.now()) {
      waits_.emplace(due, std::move(go_on));
      return;
    }
  }
  go_on();
}

void VirtualWaits::moved(world::Instant now) {
  std::vector<GoOn> due;
  {
    const std::lock_guard lock(mutex_);
    const auto end = waits_.upper_bound(now);
    for (auto it = waits_.begin(); it != end; ++it) due.push_back(std::move(it->second));
    waits_.erase(waits_.begin(), end);
  }
  for (const auto& go_on : due) go_on();
}

}  // namespace stunt::harness
