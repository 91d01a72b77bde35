// SPDX-License-Identifier: MIT
#include "recorder/show/gaps.h"

#include <algorithm>

namespace stunt::recorder {
namespace {

constexpr std::size_t kKnownMost = 10'000;

}  // namespace

std::optional<world::Duration> Gaps::next(const ExchangeLine& line) {
  const auto& invocation = line.sdk.invocation;
  auto since = last_arrival_;
  if (line.sdk.attempt > 1 && !invocation.empty()) {
    const auto end = last_end_.find(invocation);
    if (end != last_end_.end()) since = end->second;
  }
  last_arrival_ = line.at;
  if (!invocation.empty()) {
    const bool is_new = last_end_.insert_or_assign(invocation, line.at + line.dur.total()).second;
    if (is_new) known_.push_back(invocation);
    if (known_.size() > kKnownMost) {
      last_end_.erase(known_.front());
      known_.pop_front();
    }
  }
  if (!since) return std::nullopt;
  // Clients that do not wait for an answer arrive before its end.
  return std::max(line.at - *since, world::Duration(0));
}

}  // namespace stunt::recorder
