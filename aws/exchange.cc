// SPDX-License-Identifier: MIT
#include "aws/exchange.h"

#include <iterator>
#include <utility>

namespace stunt::aws {

const http::Reply& Exchange::reply() const {
  static const http::Reply kNone{503, {}, {}};
  return outcome.reply ? *outcome.reply : kNone;
}

bool Exchange::resume() {
  injected += outcome.shape.delay;
  if (!outcome.then) return false;
  auto faults = std::move(outcome.faults);
  auto next = std::exchange(outcome.then, nullptr);
  outcome = next();
  outcome.faults.insert(outcome.faults.begin(), std::make_move_iterator(faults.begin()),
                        std::make_move_iterator(faults.end()));
  return true;
}

}  // namespace stunt::aws
