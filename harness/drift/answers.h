// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

#include <tl/expected.hpp>

#include "http/client.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::harness {

/// Hands answers from the client's thread to the one that waits for them. Thread-safe.
class Answers {
 public:
  struct Answer {
    std::uint64_t request;  ///< whose it is
    tl::expected<http::Reply, http::NoAnswer> reply;
  };

  void put(Answer answer);

  /// The next one, as soon as there is one.
  Answer take();

  /// The next one, if it comes within that time.
  std::optional<Answer> take_within(world::Duration patience);

 private:
  Answer take_first();

  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Answer> waiting_;
};

}  // namespace stunt::harness
