// SPDX-License-Identifier: MIT
#include "scenarios/rule_index.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace stunt::scenarios {
namespace {

bool comes_first(const Rule& a, const Rule& b) {
  if (turn(a.phase) != turn(b.phase)) return turn(a.phase) < turn(b.phase);
  return a.priority > b.priority;
}

}  // namespace

RuleIndex::RuleIndex(const std::vector<const Rule*>& rules, const aws::ServiceModel& service)
    : service_(service), by_operation_(service.operations.size()) {
  std::vector<Index> order(rules.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return comes_first(*rules[a], *rules[b]); });
  for (Index at = 0; at < order.size(); ++at) {
    const auto& rule = *rules[order[at]];
    const Place place{at, order[at]};
    for (const auto* operation : operations_of(rule.when.match, service)) {
      add(by_operation_[static_cast<std::size_t>(operation - service.operations.data())], rule,
          place);
    }
    add(for_unknown_, rule, place);
  }
}

void RuleIndex::add(Bucket& bucket, const Rule& rule, Place place) {
  const auto& secret = rule.when.match.secret;
  const auto name = secret ? secret->name() : std::nullopt;
  (name ? bucket.by_secret[*name] : bucket.others).push_back(place);
}

const RuleIndex::Bucket& RuleIndex::bucket_of(const aws::Call& call) const {
  if (!call.model) return for_unknown_;
  const auto at = static_cast<std::size_t>(call.model - service_.operations.data());
  assert(at < by_operation_.size());
  return by_operation_[at];
}

}  // namespace stunt::scenarios
