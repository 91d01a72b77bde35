// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "aws/outcome.h"
#include "aws/service_model.h"
#include "scenarios/board.h"
#include "scenarios/rule.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::scenarios {

/// The rules at work: counts the arrivals that each matches, decides which of them fire, and lets
/// their faults act. Decides when a call arrives, once, for both phases; so what a delayed answer
/// does later changes no count. Thread-safe.
class Director {
 public:
  /// `service`, `clock` and `board` must outlive it. Rules that are not enabled never match.
  Director(std::vector<Rule> rules, const aws::ServiceModel& service, world::Random random,
           const world::Clock& clock, Board& board);

  /// The middleware that does it. The director must outlive the handlers made by it, and a call the
  /// outcome that it got.
  aws::Middleware inject();

  /// What became of a rule so far.
  struct Count {
    std::string rule;
    std::uint64_t matched = 0;  ///< arrivals that match its operation and secret
    std::uint64_t fired = 0;
  };

  /// In the order in which the rules were given.
  std::vector<Count> counts() const;

 private:
  using Index = std::uint32_t;

  /// A rule whose operation and secret match; what else can be said of it without counting.
  struct Matching {
    Index index;
    bool answers;
    std::optional<double> u;  ///< the number that was drawn for its probability
  };

  /// A rule that fires.
  struct Fired {
    const Rule* rule;
    std::optional<double> u;
  };

  using Engine = std::shared_ptr<const aws::Handler>;

  const std::vector<Index>& candidates(const aws::Call& call) const;
  std::vector<Matching> match(const aws::Call& call) const;
  std::vector<Fired> decide(const aws::Call& call);
  aws::Outcome answer(const aws::Call& call, const Engine& engine);
  aws::Outcome afterwards(aws::Outcome outcome, const aws::Call& call,
                          std::vector<Fired> after) const;
  void strike(aws::Outcome& outcome, const aws::Call& call, const std::vector<Fired>& fired) const;

  const aws::ServiceModel& service_;
  const world::Random random_;
  const world::Clock& clock_;
  Board& board_;
  const std::vector<Rule> rules_;

  /// The rules that can match an operation, in the order in which they have their say: those of
  /// phase `before` first, then by priority. One list for each operation of the service, in its
  /// order, and one with all rules, for operations that it does not have.
  std::vector<std::vector<Index>> by_operation_;
  std::vector<Index> for_unknown_;

  mutable std::mutex mutex_;
  std::vector<Count> counts_;
};

}  // namespace stunt::scenarios
