// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "http/exchange.h"
#include "http/loop.h"
#include "http/waits.h"

namespace stunt::harness {

/// A client inside of this process. What it sends is counted, struck by rules, answered and
/// recorded like what comes over a wire, waits included; only the wire is missing, so its
/// connection has the number 0, unless its sender wants another. Of an http::Wire it sees how it
/// ends: without a whole answer there is none, and what hangs has timed out at once; pace, a wrong
/// length and refused connections do not touch it. send() from any thread.
class LocalClient {
 public:
  /// The answer; nothing if the client was stopped before it was due, or if its wire broke it.
  using Answered = std::function<void(std::optional<http::Reply> reply)>;

  /// All three must outlive it. Answers that wait are given on the loop's thread.
  LocalClient(http::Application& application, const world::Clock& clock, http::Loop& loop)
      : application_(application), clock_(clock), loop_(loop), waits_(loop, clock) {}

  /// `answered` is called once: before this returns, unless the answer has to wait. `connection` is
  /// told as the number of the connection over which it came.
  void send(http::Request request, Answered answered, std::uint64_t connection = 0);

  /// Cuts off what waits, and everything from now on. On the loop's thread.
  void stop();

 private:
  struct Waiting;

  void end(std::unique_ptr<http::Exchange> exchange, http::Delivery::End end,
           const Answered& answered);

  http::Application& application_;
  const world::Clock& clock_;
  http::Loop& loop_;
  http::Waits waits_;
  std::atomic<bool> stopped_{false};
};

}  // namespace stunt::harness
