// SPDX-License-Identifier: MIT
#pragma once

#include <thread>

#include "http/loop.h"
#include "world/clock.h"

namespace stunt::harness {

/// A loop without sockets, on a thread of its own: where what is due later happens, one after
/// another.
class LoopThread {
 public:
  explicit LoopThread(const world::Clock& clock);
  ~LoopThread() { stop(); }

  http::Loop& loop() { return loop_; }

  /// Runs `last` on the thread and ends it. Nothing runs there afterwards; a second call does
  /// nothing.
  void stop(const http::Loop::Function& last = [] {});

 private:
  struct NoSockets : http::Loop::Events {
    void acceptable(int) override {}
    void readable(int) override {}
    void writable(int) override {}
    void rested() override {}
  };

  NoSockets events_;
  http::Loop loop_;
  std::thread thread_;
};

}  // namespace stunt::harness
