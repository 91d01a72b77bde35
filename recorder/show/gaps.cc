// SPDX-License-Identifier: MIT
#include "recorder/show/gaps.h"

#include <algorithm>

namespace stunt::recorder {

std::optional<world::Duration> Gaps::next(const ExchangeLine& line) {
  const auto& invocation = line.sdk.invocation;
  auto since = last_arrival_;
  if (line.sdk.attempt > 1 && !invocation.empty()) {
    const auto end = last_end_.find(invocation);
    if (end != last_end_.end()) since = end->second;
  }
  last_arrival_ = line.at;
  if (!invocation.empty()) last_end_[invocation] = line.at + line.dur.total();
  if (!since) return std::nullopt;
  // Clients that do not wait for an answer arrive before its end.
  return std::max(line.at - *since, world::Duration(0));
}

}  // namespace stunt::recorder
