// SPDX-License-Identifier: MIT
#include "emulator/replication/outbox.h"

#include <utility>

namespace stunt::emulator {

void Outbox::put(const Secret& secret, world::Instant now) {
  if (secret.replication.replicas.empty()) return;
  // Of several changes at one moment only the last will be seen. On a clock that stands still
  // nothing is ever due, so keeping them all would fill the memory.
  for (auto change = changes_.rbegin(); change != changes_.rend() && change->at == now; ++change) {
    if (change->primary.arn != secret.arn) continue;
    change->primary = secret;
    return;
  }
  changes_.push_back({now, secret});
}

std::optional<Outbox::Change> Outbox::take(world::Instant now) {
  if (changes_.empty() || !is_due(changes_.front(), now)) return std::nullopt;
  auto change = std::move(changes_.front());
  changes_.pop_front();
  return change;
}

/// A change from the future is due too: the machine's clock was put back, and nobody should have to
/// wait for that.
bool Outbox::is_due(const Change& change, world::Instant now) const {
  return now < change.at || now - change.at >= lag_;
}

}  // namespace stunt::emulator
