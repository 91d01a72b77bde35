// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aws/outcome.h"
#include "input/quote.h"
#include "scenarios/lint/covers.h"
#include "scenarios/lint/lints.h"

namespace stunt::scenarios::lint {
namespace {

/// It takes every call that it is about, from the first to the last.
bool takes_all(const Scenario& scenario, const Rule& rule) {
  const auto& when = rule.when;
  const bool counts = when.nth || when.window || rule.times || rule.max_active;
  const bool by_chance = when.probability && *when.probability < 1;
  return rule.enabled && !counts && !by_chance && !has_fault(rule, "throttle") &&
         !is_disabled_later(scenario, rule.id);
}

/// What a rule takes for itself when it fires, a later one does not get.
bool keeps_from(const Rule& first, const Rule& later) {
  const int mine = turn(first.phase), its = turn(later.phase);
  if (mine == 1) return its == 1;
  if (!first.answers()) return false;
  if (mine == 0 && its > 0) return true;
  return mine == its && later.answers();
}

bool comes_first(const Rule& a, std::size_t at, const Rule& b, std::size_t bt) {
  if (turn(a.phase) != turn(b.phase)) return turn(a.phase) < turn(b.phase);
  return a.priority != b.priority ? a.priority > b.priority : at < bt;
}

/// The rules that take all. Most files with many rules have them for a secret each, so that these
/// are found by its name.
class Takers {
 public:
  explicit Takers(const Scenario& scenario) : rules_(scenario.rules) {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const auto& rule = rules_[i];
      if (!takes_all(scenario, rule) || !(rule.answers() || turn(rule.phase) == 1)) continue;
      const auto name = name_of(rule);
      (name ? named_[std::string(*name)] : others_).push_back(i);
    }
  }

  /// The one that keeps the rule of this index from everything.
  std::optional<std::size_t> first_over(std::size_t index) const {
    if (const auto name = name_of(rules_[index])) {
      const auto same = named_.find(std::string(*name));
      if (same != named_.end()) {
        if (const auto found = first_over(index, same->second)) return found;
      }
    }
    return first_over(index, others_);
  }

 private:
  using Indices = std::vector<std::size_t>;

  static std::optional<std::string_view> name_of(const Rule& rule) {
    const auto& secret = rule.when.match.secret;
    return secret ? secret->name() : std::nullopt;
  }

  std::optional<std::size_t> first_over(std::size_t index, const Indices& takers) const {
    const auto& rule = rules_[index];
    const auto found = std::find_if(takers.begin(), takers.end(), [&](std::size_t other) {
      const auto& first = rules_[other];
      return other != index && comes_first(first, other, rule, index) && keeps_from(first, rule) &&
             covers(first.when.match, rule.when.match);
    });
    return found == takers.end() ? std::nullopt : std::optional(*found);
  }

  const std::vector<Rule>& rules_;
  std::unordered_map<std::string, Indices> named_;
  Indices others_;
};

}  // namespace

void find_shadowed_rules(const Subject& subject) {
  const auto& rules = subject.scenario.rules;
  const Takers takers(subject.scenario);
  for (std::size_t i = 0; i < rules.size() && i < subject.rules.size(); ++i) {
    const auto& rule = rules[i];
    const auto found = takers.first_over(i);
    if (!found) continue;
    const auto& first = rules[*found];
    const auto name = input::quote(first.id);
    const bool same_turn = turn(first.phase) == turn(rule.phase);
    subject.rules[i].wrong(
        "this rule never fires: " + name + " in line " + std::to_string(first.at.line) +
            " takes every call that it is about",
        same_turn ? "put it before that one, or let that one fire less often: times, nth"
                  : "let that one fire less often: times, nth");
  }
}

}  // namespace stunt::scenarios::lint
