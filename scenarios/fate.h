// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aws/outcome.h"
#include "scenarios/board.h"
#include "scenarios/rule.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::scenarios {

/// A rule that fires at a call.
struct Hit {
  const Rule* rule;
  std::optional<double> u;  ///< the number that was drawn for its probability
};

/// What the rules that fire at one call do to it, in the order that docs/faults.md promises: faults
/// before the engine; the engine, on the terms that faults want; faults at the commit point where
/// it stopped, if it did; faults after it; and last what changes the answer that goes out. Lives on
/// in the outcome as long as that has something to do later.
class Fate : public std::enable_shared_from_this<Fate> {
 public:
  /// What faults happen in. It and the rules outlive the outcome.
  struct Stage {
    const world::Random& random;
    const world::Clock& clock;
    Board& board;
    std::function<void(const Rule&)> struck;  ///< told of each rule whose moment came
  };

  /// `call` outlives the outcome. `hits` are in the order in which rules have their say.
  Fate(const aws::Call& call, std::vector<Hit> hits, Stage stage,
       std::shared_ptr<const aws::Handler> engine);

  /// The call's outcome. Called once, on an object that a shared_ptr owns.
  aws::Outcome run();

 private:
  aws::Outcome ask();
  aws::Outcome afterwards(aws::Outcome outcome);
  aws::Outcome not_asked(aws::Outcome outcome);

  /// The call as the engine is asked it.
  const aws::Call& asked() const;

  /// Whether a fault keeps the call from the engine; then the outcome says why.
  bool is_refused(aws::Outcome& outcome) const;
  void tell_terms(aws::Outcome& outcome) const;
  void shape(aws::Outcome& outcome) const;

  /// What waits, answers and tells, of all rules of that phase.
  void strike(aws::Outcome& outcome, aws::Phase phase) const;
  void strike(aws::Outcome& outcome, const Hit& hit, const Action& action) const;
  void tell(aws::Outcome& outcome, const Hit& hit, std::string action, std::optional<double> u,
            bool answered) const;

  bool has_its_turn(const Rule& rule) const;
  aws::Terms terms() const;
  Occasion occasion(const Rule& rule) const;

  const aws::Call& call_;
  const std::vector<Hit> hits_;
  const Stage stage_;
  const std::shared_ptr<const aws::Handler> engine_;
  std::optional<aws::Call> on_terms_;  ///< the call as the engine is asked it, if not as it came
  bool answered_ = false;              ///< before the engine
  bool twice_ = false;                 ///< it is yet to be asked again
  std::optional<aws::CommitPoint> stopped_at_;
};

}  // namespace stunt::scenarios
