// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace stunt {

/// How a call ended, as its client sees it.
enum class Outcome {
  ok,
  clientError,
  serverError,
  throttled,
  reset,       ///< the connection was cut by RST
  closed,      ///< the connection was closed in order, without a whole answer
  timeout,     ///< the answer was meant to hang, and the client gave up
  clientGone,  ///< the client hung up first
};

/// "ok", "clientError"…
std::ostream& operator<<(std::ostream& out, Outcome outcome);

}  // namespace stunt
