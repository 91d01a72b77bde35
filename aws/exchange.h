// SPDX-License-Identifier: MIT
#pragma once

#include "aws/call.h"
#include "aws/outcome.h"
#include "http/exchange.h"

namespace stunt::aws {

/// One call and what became of it: everything that a recorder can know. Filled by the harness
/// (call, outcome, times) and by the transport (arrival, delivery).
class Exchange : public http::Exchange {
 public:
  const http::Reply& reply() const override;
  const http::Shape& shape() const override { return outcome.shape; }
  bool resume() override;
  bool unfinished() const override { return static_cast<bool>(outcome.then); }

  Call call;
  Outcome outcome;
  world::Instant at{};          ///< arrival, on the scenario's clock
  world::Duration engine{0};    ///< spent answering, waits not counted
  world::Duration injected{0};  ///< waited because a fault said so
};

}  // namespace stunt::aws
