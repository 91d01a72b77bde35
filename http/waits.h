// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "http/exchange.h"
#include "http/loop.h"

namespace stunt::http {

/// An exchange that waits, and what becomes of it then.
class Wait {
 public:
  explicit Wait(std::unique_ptr<Exchange> exchange) : exchange_(std::move(exchange)) {}
  virtual ~Wait() = default;

  /// Called once, on the loop's thread: the answer is due, or it was cut off before.
  virtual void over(std::unique_ptr<Exchange> exchange, bool cut) = 0;

 private:
  friend class Waits;

  std::unique_ptr<Exchange> exchange_;  ///< until it is over
  std::uint64_t number_ = 0;            ///< in the order in which they began to wait
  world::Moment due_{};
  unsigned holds_ = 0;  ///< begun and ended; odd while one lasts
};

/// The exchanges of one loop whose answers are not due yet: waits out their delays and holds, and
/// resumes them until nothing is left to wait for. A wait costs a small object and no thread.
/// Everything runs on the loop's thread; only what ends a hold may come from any other.
class Waits {
 public:
  Waits(Loop& loop, const world::Clock& clock) : loop_(loop), clock_(clock) {}

  /// Takes an exchange that has_to_wait().
  void begin(const std::shared_ptr<Wait>& wait);

  /// Nobody wants the answer any longer. What is unfinished goes on, and will be over in its time;
  /// anything else is given back, and its over() is not called.
  std::unique_ptr<Exchange> abandon(Wait& wait);

  /// Cuts off what is due after the deadline, now and from now on.
  void stop(world::Moment deadline);

  /// Cuts off everything; after stop() also what comes later.
  void cut_all();

  bool empty() const { return waits_.empty(); }

 private:
  void arm(const std::shared_ptr<Wait>& wait);
  void due(const std::shared_ptr<Wait>& wait);
  void hold(Wait& wait);
  void released(std::uint64_t number, unsigned hold);
  void resume(const std::shared_ptr<Wait>& wait);
  void end(Wait& wait, bool cut);
  void cut_those_due_after(world::Moment deadline);

  Loop& loop_;
  const world::Clock& clock_;
  std::map<std::uint64_t, std::shared_ptr<Wait>> waits_;
  std::uint64_t begun_ = 0;
  std::optional<world::Moment> deadline_;
};

}  // namespace stunt::http
