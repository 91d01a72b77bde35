// SPDX-License-Identifier: MIT
#include "scenarios/director.h"

#include <algorithm>
#include <utility>

namespace stunt::scenarios {

using aws::Phase;

Director::Director(std::vector<Rule> rules, const aws::ServiceModel& service, world::Random random,
                   const world::Clock& clock, Board& board, std::optional<world::Instant> start)
    : random_(random),
      clock_(clock),
      board_(board),
      start_(start.value_or(clock.now())),
      rules_(std::move(rules)),
      index_(rules_, service),
      limits_active_(std::any_of(rules_.begin(), rules_.end(),
                                 [](const Rule& rule) { return rule.max_active.has_value(); })),
      active_(rules_.size()) {
  for (Index i = 0; i < rules_.size(); ++i) {
    const auto& rule = rules_[i];
    by_id_.emplace(rule.id, i);
    counts_.push_back({.rule = rule.id, .enabled = rule.enabled, .must_fire = rule.must_fire()});
  }
}

std::vector<Director::Count> Director::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

bool Director::enable(std::string_view rule, bool enabled) {
  const auto found = by_id_.find(rule);
  if (found == by_id_.end()) return false;
  const std::lock_guard lock(mutex_);
  counts_[found->second].enabled = enabled;
  return true;
}

void Director::ended(const aws::Exchange& exchange) {
  if (!limits_active_) return;
  const std::lock_guard lock(mutex_);
  const auto found = active_upon_.find(exchange.call.seq);
  if (found == active_upon_.end()) return;
  for (const auto index : found->second) --active_[index];
  active_upon_.erase(found);
}

void Director::note_struck(const Rule& rule) const {
  const std::lock_guard lock(mutex_);
  ++counts_[static_cast<std::size_t>(&rule - rules_.data())].struck;
}

std::vector<Director::Matching> Director::match(const aws::Call& call) const {
  std::vector<Matching> matching;
  index_.visit(call, [&](Index index) {
    const auto& rule = rules_[index];
    const auto& when = rule.when;
    if (!when.match.matches(call, board_)) return;
    Matching one{index, rule.answers(), true, std::nullopt};
    if (when.window) one.in_window = when.window->includes(clock_.now() - start_);
    if (when.probability) one.u = world::Random::unit(aws::draw(random_, call, "rule", rule.id));
    matching.push_back(one);
  });
  return matching;
}

std::uint64_t Director::count_arrival(const Matching& one, const aws::Call& call) {
  const auto matched = ++counts_[one.index].matched;
  const auto& when = rules_[one.index].when;
  if (!when.nth || when.nth_by == NthBy::rule) return matched;
  return arrivals_.count(one.index, when.nth_by, call);
}

/// Whether the answer that it brings is still to be brought. One stop is all that the engine can
/// make, so a rule at a commit point brings one whatever its faults are.
bool Director::is_free(const Claims& claims, const Rule& rule, bool answers) {
  if (rule.phase == Phase::before) return !(answers && claims.before);
  if (claims.before) return false;  // the engine is not asked; there is no afterwards
  if (rule.phase == Phase::after) return !(answers && claims.after);
  return !claims.at;
}

void Director::claim(Claims& claims, const Rule& rule, bool answers) {
  if (rule.phase == Phase::before) {
    claims.before |= answers;
  } else if (rule.phase == Phase::after) {
    claims.after |= answers;
  } else {
    claims.at = true;
  }
}

bool Director::fires(const Matching& one, std::uint64_t arrival, const aws::Call& call) {
  const auto& rule = rules_[one.index];
  if (rule.when.nth && !rule.when.nth->includes(arrival)) return false;
  if (one.u && !(*one.u < *rule.when.probability)) return false;
  if (!one.in_window) return false;
  if (rule.times && counts_[one.index].fired >= *rule.times) return false;
  if (rule.max_active && active_[one.index] >= *rule.max_active) return false;
  const Occasion occasion{call, rule.id, random_, clock_, board_};
  return std::all_of(rule.then.begin(), rule.then.end(),
                     [&](const Action& action) { return action.fault->wants(occasion); });
}

std::vector<Director::Fired> Director::decide(const aws::Call& call) {
  std::vector<Fired> fired;
  const auto matching = match(call);
  if (matching.empty()) return fired;
  Claims claims;
  const std::lock_guard lock(mutex_);
  for (const auto& one : matching) {
    if (!counts_[one.index].enabled) continue;
    const auto& rule = rules_[one.index];
    const auto arrival = count_arrival(one, call);
    if (!is_free(claims, rule, one.answers) || !fires(one, arrival, call)) continue;
    ++counts_[one.index].fired;
    claim(claims, rule, one.answers);
    if (rule.max_active) {
      ++active_[one.index];
      active_upon_[call.seq].push_back(one.index);
    }
    fired.push_back({&rule, one.u});
  }
  return fired;
}

}  // namespace stunt::scenarios
