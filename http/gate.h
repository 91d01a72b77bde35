// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>

#include "http/listener.h"
#include "world/clock.h"

namespace stunt::http {

/// The sockets that a server listens on, and whether they listen. While the gate is shut, the
/// kernel refuses connections (ECONNREFUSED) and the port stays ours: nobody else can bind it.
/// Connections that were accepted before know nothing of it.
///
/// Thread-safe. The sockets themselves live as long as the gate, or until leave().
class Gate {
 public:
  /// `backlog` is listen(2)'s.
  Gate(Listeners listeners, int backlog) : listeners_(std::move(listeners)), backlog_(backlog) {}

  const Listeners& listeners() const { return listeners_; }

  /// Refuses connections until `until`, or until later if that was said before. Connections that
  /// nobody has accepted yet are reset. True if the gate was open: then reopen() must be called.
  bool shut(world::Moment until);

  /// Listens again, unless it is too early: then it says when to come back.
  std::optional<world::Moment> reopen(world::Moment now);

  /// Gives the port up. No other function after it.
  void leave() { listeners_.sockets.clear(); }

 private:
  Listeners listeners_;
  const int backlog_;
  std::mutex mutex_;
  std::optional<world::Moment> shut_until_;
};

}  // namespace stunt::http
