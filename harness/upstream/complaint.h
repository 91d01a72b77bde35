// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "http/message.h"
#include "world/clock.h"

namespace stunt::harness {

/// Tells people, once a minute at most, that an upstream does not believe the signatures that are
/// passed on to it, and what can be done. Thread-safe.
class Complaint {
 public:
  /// Whether an answer says so.
  static bool is_in(const http::Reply& reply);

  /// What to log; nothing if that was said less than a minute before.
  std::optional<std::string> about(const http::Reply& reply, world::Moment now);

 private:
  std::mutex mutex_;
  std::optional<world::Moment> last_;
};

}  // namespace stunt::harness
