// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aws/exchange.h"
#include "aws/outcome.h"
#include "aws/service_model.h"
#include "scenarios/arrival_counts.h"
#include "scenarios/board.h"
#include "scenarios/rule.h"
#include "scenarios/rule_index.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::scenarios {

/// The rules at work: counts the arrivals that each matches, decides which of them fire, and lets
/// their faults act. Decides when a call arrives, once, for all phases; so what a delayed answer
/// does later changes no count. Thread-safe.
class Director {
 public:
  /// `service`, `clock` and `board` must outlive it. Windows count from `start`; from now on if it
  /// is not given.
  Director(std::vector<Rule> rules, const aws::ServiceModel& service, world::Random random,
           const world::Clock& clock, Board& board, std::optional<world::Instant> start = {});

  /// The middleware that does it. The director must outlive the handlers made by it, and a call the
  /// outcome that it got.
  aws::Middleware inject();

  /// To be told of every exchange whose call was let in, once, when it is over: `maxActive` needs
  /// to know. Calls are told apart by their seq.
  void ended(const aws::Exchange& exchange);

  /// Lets a rule match from now on, or no more; its counts stay. False if there is no such rule.
  bool enable(std::string_view rule, bool enabled);

  /// What became of a rule so far.
  struct Count {
    std::string rule;
    std::uint64_t matched = 0;  ///< arrivals that match it, while it was enabled
    std::uint64_t fired = 0;    ///< of these, those that it was to strike
    std::uint64_t struck = 0;   ///< of these, those that it did strike: its moment came
    bool enabled = true;
    bool must_fire = true;  ///< see Rule::must_fire()
  };

  /// In the order in which the rules were given.
  std::vector<Count> counts() const;

 private:
  using Index = RuleIndex::Index;

  /// A rule that matches; what else can be said of it without counting.
  struct Matching {
    Index index;
    bool answers;
    bool in_window;
    std::optional<double> u;  ///< the number that was drawn for its probability
  };

  /// A rule that fires.
  struct Fired {
    const Rule* rule;
    std::optional<double> u;
  };

  /// What the rules before left to those that come.
  struct Claims {
    bool before = false, at = false, after = false;  ///< the answer in this phase
  };

  using Engine = std::shared_ptr<const aws::Handler>;

  std::vector<Matching> match(const aws::Call& call) const;

  /// Those that fire: before, at a commit point, after; by priority.
  std::vector<Fired> decide(const aws::Call& call);
  bool fires(const Matching& one, std::uint64_t arrival, const aws::Call& call);
  std::uint64_t count_arrival(const Matching& one, const aws::Call& call);
  static void claim(Claims& claims, const Rule& rule, bool answers);
  static bool is_free(const Claims& claims, const Rule& rule, bool answers);

  /// To be called by whoever lets the faults of a rule act on a call, once for each call.
  void note_struck(const Rule& rule) const;

  aws::Outcome answer(const aws::Call& call, const Engine& engine);

  const world::Random random_;
  const world::Clock& clock_;
  Board& board_;
  const world::Instant start_;
  const std::vector<Rule> rules_;
  const RuleIndex index_;
  std::unordered_map<std::string_view, Index> by_id_;

  mutable std::mutex mutex_;
  mutable std::vector<Count> counts_;
  ArrivalCounts arrivals_;
  const bool limits_active_;           ///< some rule has `maxActive`
  std::vector<std::uint64_t> active_;  ///< of each rule: exchanges that are not over

  /// Of each such exchange, by its call's seq: the rules with `maxActive` that fired.
  std::unordered_map<std::uint64_t, std::vector<Index>> active_upon_;
};

}  // namespace stunt::scenarios
