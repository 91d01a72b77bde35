// SPDX-License-Identifier: MIT
#include "scenarios/arrival_counts.h"

#include <iterator>
#include <string_view>

namespace stunt::scenarios {
namespace {

std::string_view text_of(NthBy by, const aws::Call& call) {
  switch (by) {
    case NthBy::operation:
      return call.operation;
    case NthBy::secret:
      return call.secret;
    case NthBy::invocation:
      return call.sdk.invocation;
    case NthBy::client:
      return call.credential.access_key_id;
    case NthBy::rule:
      break;
  }
  return {};
}

}  // namespace

std::uint64_t ArrivalCounts::count(std::uint32_t rule, NthBy by, const aws::Call& call) {
  const auto text = text_of(by, call);
  if (by == NthBy::invocation && text.empty()) return 1;
  // 64 bits of hash stand for the key, as in aws::Ordinals.
  static const world::Random hash(0);
  const auto key = hash.draw({text}, rule);
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    by_age_.splice(by_age_.end(), by_age_, found->second);
    return ++found->second->count;
  }
  if (by_key_.size() >= most_) {
    by_key_.erase(by_age_.front().key);
    by_age_.pop_front();
  }
  by_age_.push_back({key, 1});
  by_key_.emplace(key, std::prev(by_age_.end()));
  return 1;
}

}  // namespace stunt::scenarios
