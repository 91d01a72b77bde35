// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "aws/outcome.h"

namespace stunt::harness {

/// The place of the engine in a chain, where somebody else may sit down: rules act on his answers
/// as on the engine's. Thread-safe.
class EngineSeat {
 public:
  /// Answers, or says that the engine shall.
  using StandIn = std::function<std::optional<aws::Outcome>(const aws::Call&)>;

  /// The handler that asks whoever sits there, else the engine. Must not outlive the seat.
  aws::Handler around(aws::Handler engine);

  /// From now on he is asked.
  void take(StandIn stand_in);

  /// Nobody sits there any more; returns when the last question to him has been answered. Not from
  /// inside of such an answer.
  void leave();

 private:
  struct Visit;

  std::mutex mutex_;
  std::condition_variable idle_;
  std::shared_ptr<const StandIn> stand_in_;
  std::size_t asked_ = 0;  ///< questions under way
};

}  // namespace stunt::harness
