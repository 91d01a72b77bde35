// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>

#include "harness/loop_thread.h"
#include "world/clock.h"

namespace stunt::harness::admin {

/// What takes too long for a thread of the server is done here, one after another, on a thread that
/// there is once something was to be done. Thread-safe.
class Errands {
 public:
  /// More than these do not wait in line.
  static constexpr std::size_t kMost = 1000;

  ~Errands() { stop(); }

  /// False if too much waits, or after stop(): it will not be done.
  bool post(std::function<void()> errand);

  /// The same, when so much of the machine's time has passed. Not counted; after stop() it will not
  /// be done.
  void post_after(world::Duration real_time, std::function<void()> errand);

  /// Returns when what was to be done has been done.
  void stop();

 private:
  /// With the lock. Null after stop().
  LoopThread* thread();

  const world::SystemClock clock_{};
  std::mutex mutex_;
  std::size_t waiting_ = 0;
  bool stopped_ = false;
  std::unique_ptr<LoopThread> thread_;
};

}  // namespace stunt::harness::admin
