// SPDX-License-Identifier: MIT
#include "http/gate.h"

#include <algorithm>

#include <sys/socket.h>

namespace stunt::http {
namespace {

/// Listening again cannot fail as far as we know; if it does, it is tried again after this.
constexpr world::Duration kRetry = std::chrono::milliseconds(50);

/// Two sockets share a port as long as both of them allow it and neither listens. So a socket that
/// rests allows it to nobody, and must allow it when it listens again, because of the connections
/// that came in by it before.
void allow_sharing(int fd, bool allowed) {
  const int value = allowed;
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &value, sizeof value);
}

}  // namespace

bool Gate::shut(world::Moment until) {
  const std::lock_guard lock(mutex_);
  const bool was_open = !shut_until_;
  shut_until_ = std::max(until, shut_until_.value_or(until));
  if (!was_open) return false;
  for (const auto& socket : listeners_.sockets) {
    allow_sharing(socket.get(), false);
    // Ends the listening and nothing else: a port that was asked for by number stays bound.
    ::shutdown(socket.get(), SHUT_RD);
  }
  return true;
}

std::optional<world::Moment> Gate::reopen(world::Moment now) {
  const std::lock_guard lock(mutex_);
  if (!shut_until_) return std::nullopt;
  if (now < *shut_until_) return shut_until_;
  bool all = true;
  for (const auto& socket : listeners_.sockets) {
    allow_sharing(socket.get(), true);
    all = ::listen(socket.get(), backlog_) == 0 && all;
  }
  if (!all) return now + kRetry;
  shut_until_.reset();
  return std::nullopt;
}

}  // namespace stunt::http
