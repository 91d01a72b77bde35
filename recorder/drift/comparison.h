// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/drift/counterparts.h"
#include "recorder/drift/difference.h"
#include "recorder/drift/rules.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// Compares the answers of two sessions, exchange by exchange in the order of the recorded one. It
/// remembers which ids and secrets belong together, so what is equal in one session has to be equal
/// in the other. Headers and request ids are not compared. Not thread-safe.
class Comparison {
 public:
  /// An answer, redacted, and when it was given as far as anybody knows; its Date knows better.
  struct Answer {
    const ExchangeLine::Reply& reply;
    world::Instant at;
  };

  Comparison(const DriftRules& rules);

  /// `operation` may be null. Each difference is told once: an error of another type has another
  /// message too, and a failure in the place of a success has another body.
  std::vector<Difference> answers(const aws::OperationModel* operation, const Answer& recorded,
                                  const Answer& live);

  /// The bodies of two requests of one operation, redacted.
  std::vector<Difference> requests(const aws::OperationModel* operation, const aws::Json& recorded,
                                   const aws::Json& live);

  Counterparts& counterparts() { return counterparts_; }
  const LeftAside& ignored() const { return ignored_; }

 private:
  DateFrame frame(world::Instant recorded, world::Instant live);

  const std::optional<world::Duration> date_tolerance_;
  Counterparts counterparts_;
  LeftAside ignored_;
  std::optional<DateFrame> first_;  ///< of the first two answers
};

}  // namespace stunt::recorder
