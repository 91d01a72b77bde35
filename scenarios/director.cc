// SPDX-License-Identifier: MIT
#include "scenarios/director.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace stunt::scenarios {
namespace {

using aws::Phase;

bool comes_first(const Rule& a, const Rule& b) {
  if (a.phase != b.phase) return a.phase == Phase::before;
  return a.priority > b.priority;
}

}  // namespace

Director::Director(std::vector<Rule> rules, const aws::ServiceModel& service, world::Random random,
                   const world::Clock& clock, Board& board)
    : service_(service),
      random_(random),
      clock_(clock),
      board_(board),
      rules_(std::move(rules)),
      by_operation_(service.operations.size()) {
  std::vector<Index> order(rules_.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return comes_first(rules_[a], rules_[b]); });
  for (const auto index : order) {
    const auto& rule = rules_[index];
    if (!rule.enabled) continue;
    for (const auto* operation : operations_of(rule.when.match, service)) {
      by_operation_[static_cast<std::size_t>(operation - service.operations.data())].push_back(
          index);
    }
    for_unknown_.push_back(index);
  }
  for (const auto& rule : rules_) counts_.push_back({.rule = rule.id});
}

std::vector<Director::Count> Director::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

const std::vector<Director::Index>& Director::candidates(const aws::Call& call) const {
  if (!call.model) return for_unknown_;
  const auto at = static_cast<std::size_t>(call.model - service_.operations.data());
  assert(at < by_operation_.size());
  return by_operation_[at];
}

std::vector<Director::Matching> Director::match(const aws::Call& call) const {
  std::vector<Matching> matching;
  for (const auto index : candidates(call)) {
    const auto& rule = rules_[index];
    const auto& when = rule.when;
    if (!when.match.matches(call, board_)) continue;
    Matching one{index, rule.answers(), std::nullopt};
    if (when.probability) one.u = world::Random::unit(aws::draw(random_, call, "rule", rule.id));
    matching.push_back(one);
  }
  return matching;
}

std::vector<Director::Fired> Director::decide(const aws::Call& call) {
  std::vector<Fired> fired;
  const auto matching = match(call);
  if (matching.empty()) return fired;
  bool answered_before = false, answered_after = false;
  const std::lock_guard lock(mutex_);
  for (const auto& [index, answers, u] : matching) {
    const auto& rule = rules_[index];
    auto& count = counts_[index];
    ++count.matched;
    const bool before = rule.phase == Phase::before;
    auto& answered = before ? answered_before : answered_after;
    if (!before && answered_before) continue;  // the engine is not asked; there is no afterwards
    if (answers && answered) continue;
    if (rule.when.nth && !rule.when.nth->includes(count.matched)) continue;
    if (u && !(*u < *rule.when.probability)) continue;
    if (rule.times && count.fired >= *rule.times) continue;
    ++count.fired;
    answered |= answers;
    fired.push_back({&rule, u});
  }
  return fired;
}

}  // namespace stunt::scenarios
