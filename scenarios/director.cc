// SPDX-License-Identifier: MIT
#include "scenarios/director.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "scenarios/fate.h"

namespace stunt::scenarios {

using aws::Phase;

struct Director::Rules {
  Rules(std::vector<std::shared_ptr<Held>> held_, const aws::ServiceModel& service)
      : held(std::move(held_)), index(pointers(held), service) {
    for (const auto& one : held) by_id.emplace(one->rule.id, one.get());
  }

  static std::vector<const Rule*> pointers(const std::vector<std::shared_ptr<Held>>& held) {
    std::vector<const Rule*> rules;
    for (const auto& one : held) rules.push_back(&one->rule);
    return rules;
  }

  /// Null if there is none.
  Held* find(std::string_view id) const {
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
  }

  const std::vector<std::shared_ptr<Held>> held;
  const RuleIndex index;
  std::unordered_map<std::string_view, Held*> by_id;
};

Director::Held::Held(Rule rule_, std::uint32_t number_)
    : rule(std::move(rule_)),
      number(number_),
      count{.rule = rule.id, .enabled = rule.enabled, .must_fire = rule.must_fire()} {}

Director::Director(std::vector<Rule> rules, const aws::ServiceModel& service, world::Random random,
                   const world::Clock& clock, Board& board, std::optional<world::Instant> start)
    : service_(service),
      random_(random),
      clock_(clock),
      board_(board),
      start_(start.value_or(clock.now())) {
  reset(std::move(rules));
}

Director::Moment Director::now() const {
  const std::lock_guard lock(mutex_);
  return rules_;
}

std::shared_ptr<Director::Held> Director::hold(Rule rule) {
  if (rule.max_active) limits_active_ = true;
  return std::make_shared<Held>(std::move(rule), numbers_++);
}

void Director::change(std::vector<std::shared_ptr<Held>> held) {
  rules_ = std::make_shared<const Rules>(std::move(held), service_);
}

bool Director::add(Rule rule) { return add_all({std::move(rule)}) == nullptr; }

const Rule* Director::add_all(const std::vector<Rule>& rules) {
  const std::lock_guard lock(mutex_);
  const auto taken = std::find_if(rules.begin(), rules.end(),
                                  [this](const Rule& rule) { return rules_->find(rule.id); });
  if (taken != rules.end()) return &*taken;
  auto held = rules_->held;
  for (const auto& rule : rules) held.push_back(hold(rule));
  change(std::move(held));
  return nullptr;
}

bool Director::replace(Rule rule) {
  const std::lock_guard lock(mutex_);
  const auto* old = rules_->find(rule.id);
  if (!old) return false;
  auto held = rules_->held;
  const auto place =
      std::find_if(held.begin(), held.end(), [&](const auto& one) { return one.get() == old; });
  *place = hold(std::move(rule));
  change(std::move(held));
  return true;
}

bool Director::remove(std::string_view rule) {
  const std::lock_guard lock(mutex_);
  auto held = rules_->held;
  if (std::erase_if(held, [&](const auto& one) { return one->rule.id == rule; }) == 0) return false;
  change(std::move(held));
  return true;
}

void Director::remove_all(const std::vector<Rule>& rules) {
  const std::lock_guard lock(mutex_);
  std::unordered_set<const Held*> leaving;
  for (const auto& rule : rules) leaving.insert(rules_->find(rule.id));
  auto held = rules_->held;
  std::erase_if(held, [&](const auto& one) { return leaving.contains(one.get()); });
  change(std::move(held));
}

void Director::reset(std::vector<Rule> rules) {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<Held>> held;
  for (auto& rule : rules) held.push_back(hold(std::move(rule)));
  change(std::move(held));
}

std::vector<Rule> Director::rules() const {
  const std::lock_guard lock(mutex_);
  std::vector<Rule> rules;
  for (const auto& held : rules_->held) {
    rules.push_back(held->rule);
    rules.back().enabled = held->count.enabled;
  }
  return rules;
}

std::vector<Director::Count> Director::counts() const {
  const std::lock_guard lock(mutex_);
  std::vector<Count> counts;
  for (const auto& held : rules_->held) counts.push_back(held->count);
  return counts;
}

bool Director::enable(std::string_view rule, bool enabled) {
  const std::lock_guard lock(mutex_);
  auto* held = rules_->find(rule);
  if (held) held->count.enabled = enabled;
  return held != nullptr;
}

void Director::ended(const aws::Exchange& exchange) {
  if (!limits_active_) return;
  const std::lock_guard lock(mutex_);
  const auto found = active_upon_.find(exchange.call.seq);
  if (found == active_upon_.end()) return;
  for (const auto& held : found->second) --held->active;
  active_upon_.erase(found);
}

void Director::note_struck(const Rules& rules, const Rule& rule) const {
  auto* held = rules.find(rule.id);
  const std::lock_guard lock(mutex_);
  ++held->count.struck;
}

std::vector<Director::Matching> Director::match(const Rules& rules, const aws::Call& call) const {
  std::vector<Matching> matching;
  rules.index.visit(call, [&](Index index) {
    auto* held = rules.held[index].get();
    const auto& rule = held->rule;
    const auto& when = rule.when;
    if (!when.match.matches(call, board_)) return;
    Matching one{held, rule.answers(), true, std::nullopt};
    if (when.window) one.in_window = when.window->includes(clock_.now() - start_);
    if (when.probability) one.u = world::Random::unit(aws::draw(random_, call, "rule", rule.id));
    matching.push_back(one);
  });
  return matching;
}

std::uint64_t Director::count_arrival(const Matching& one, const aws::Call& call) {
  const auto matched = ++one.held->count.matched;
  const auto& when = one.held->rule.when;
  if (!when.nth || when.nth_by == NthBy::rule) return matched;
  return arrivals_.count(one.held->number, when.nth_by, call);
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
  const auto& rule = one.held->rule;
  if (rule.when.nth && !rule.when.nth->includes(arrival)) return false;
  if (one.u && !(*one.u < *rule.when.probability)) return false;
  if (!one.in_window) return false;
  if (rule.times && one.held->count.fired >= *rule.times) return false;
  if (rule.max_active && one.held->active >= *rule.max_active) return false;
  const Occasion occasion{call, rule.id, random_, clock_, board_};
  return std::all_of(rule.then.begin(), rule.then.end(),
                     [&](const Action& action) { return action.fault->wants(occasion); });
}

std::vector<Director::Fired> Director::decide(const Rules& rules, const aws::Call& call) {
  std::vector<Fired> fired;
  const auto matching = match(rules, call);
  if (matching.empty()) return fired;
  Claims claims;
  const std::lock_guard lock(mutex_);
  for (const auto& one : matching) {
    auto& held = *one.held;
    if (!held.count.enabled) continue;
    const auto& rule = held.rule;
    const auto arrival = count_arrival(one, call);
    if (!is_free(claims, rule, one.answers) || !fires(one, arrival, call)) continue;
    ++held.count.fired;
    claim(claims, rule, one.answers);
    if (rule.max_active) {
      ++held.active;
      active_upon_[call.seq].push_back(held.shared_from_this());
    }
    fired.push_back({&rule, one.u});
  }
  return fired;
}

aws::Middleware Director::inject() {
  return [this](aws::Handler next) -> aws::Handler {
    // Shared, because an outcome may ask it long after the handler returned.
    return [this, engine = std::make_shared<const aws::Handler>(std::move(next))](
               const aws::Call& call) { return answer(call, engine); };
  };
}

aws::Outcome Director::answer(const aws::Call& call, const Engine& engine) {
  auto rules = now();
  const auto fired = decide(*rules, call);
  if (fired.empty()) return (*engine)(call);
  std::vector<Hit> hits;
  for (const auto& [rule, u] : fired) hits.push_back({rule, u});
  // It keeps the rules as long as it lives.
  const auto struck = [this, rules](const Rule& rule) { note_struck(*rules, rule); };
  const Fate::Stage stage{random_, clock_, board_, struck};
  return std::make_shared<Fate>(call, std::move(hits), stage, engine)->run();
}

}  // namespace stunt::scenarios
