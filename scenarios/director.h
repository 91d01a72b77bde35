// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
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
/// does later changes no count. Rules may come and go meanwhile: a call meets those that are there
/// when it arrives, and keeps them. Thread-safe.
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

  /// One more rule, behind the others of its priority. False if its id is taken.
  bool add(Rule rule);

  /// All of these, or none. Null, or the first of them whose id is taken.
  const Rule* add_all(const std::vector<Rule>& rules);

  /// In the place of the rule of that id, with counts that begin anew. False if there is none.
  bool replace(Rule rule);

  /// False if there is no such rule.
  bool remove(std::string_view rule);

  /// Those of these ids, as far as they are there.
  void remove_all(const std::vector<Rule>& rules);

  /// These rules and no others, with counts that begin anew.
  void reset(std::vector<Rule> rules);

  /// In the order in which they were given; `enabled` as it is now.
  std::vector<Rule> rules() const;

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

  /// A rule and what is counted of it. Only the rule may be read without the lock.
  struct Held : std::enable_shared_from_this<Held> {
    Held(Rule rule_, std::uint32_t number_);

    const Rule rule;
    const std::uint32_t number;  ///< never given to another one
    Count count;
    std::uint64_t active = 0;  ///< exchanges that it is upon, and that are not over
  };

  /// The rules of one moment. Stays as it is.
  struct Rules;
  using Moment = std::shared_ptr<const Rules>;

  /// A rule that matches; what else can be said of it without counting.
  struct Matching {
    Held* held;
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

  Moment now() const;
  std::shared_ptr<Held> hold(Rule rule);
  /// With the lock.
  void change(std::vector<std::shared_ptr<Held>> held);

  std::vector<Matching> match(const Rules& rules, const aws::Call& call) const;

  /// Those that fire: before, at a commit point, after; by priority.
  std::vector<Fired> decide(const Rules& rules, const aws::Call& call);
  bool fires(const Matching& one, std::uint64_t arrival, const aws::Call& call);
  std::uint64_t count_arrival(const Matching& one, const aws::Call& call);
  static void claim(Claims& claims, const Rule& rule, bool answers);
  static bool is_free(const Claims& claims, const Rule& rule, bool answers);

  /// To be called by whoever lets the faults of a rule act on a call, once for each call.
  void note_struck(const Rules& rules, const Rule& rule) const;

  aws::Outcome answer(const aws::Call& call, const Engine& engine);

  const aws::ServiceModel& service_;
  const world::Random random_;
  const world::Clock& clock_;
  Board& board_;
  const world::Instant start_;

  mutable std::mutex mutex_;
  Moment rules_;
  std::uint32_t numbers_ = 0;
  ArrivalCounts arrivals_;
  std::atomic<bool> limits_active_{false};  ///< some rule has, or had, `maxActive`

  /// Of each such exchange, by its call's seq: the rules with `maxActive` that fired.
  std::unordered_map<std::uint64_t, std::vector<std::shared_ptr<Held>>> active_upon_;
};

}  // namespace stunt::scenarios
