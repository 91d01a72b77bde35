// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "harness/engine_seat.h"
#include "scenarios/faults/fault.h"
#include "stunt/answer.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::embedded {

Request request_of(const aws::Call& call);

/// As the service would send it; nothing if the engine is to be asked.
std::optional<http::Reply> reply_of(const Answer& answer, const aws::Call& call,
                                    const world::Random& random, const world::Clock& clock);

/// A program's own answer, as the fault of a rule.
class HandlerFault : public scenarios::Fault {
 public:
  explicit HandlerFault(Handler handler) : handler_(std::move(handler)) {}

  scenarios::Role role() const override { return scenarios::Role::answer; }
  scenarios::Trace strike(aws::Outcome& outcome,
                          const scenarios::Occasion& occasion) const override;
  aws::Json to_json() const override { return {{"status", 200}}; }

 private:
  const Handler handler_;
};

/// A program's own answers, in the engine's place.
harness::EngineSeat::StandIn stand_in(Handler handler, world::Random random,
                                      const world::Clock& clock);

}  // namespace stunt::embedded
