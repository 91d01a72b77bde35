// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <sys/socket.h>

#include "http/descriptor.h"
#include "http/mailbox.h"
#include "http/timer_queue.h"
#include "world/clock.h"

namespace stunt::http {

/// One thread's event loop: Pistache's reactor with a Tcp::Transport of our own on it, which does
/// what the stock one gets wrong (docs/adr/0002). Sockets are level 0 here: bytes and HTTP are
/// somebody else's business.
///
/// post() and stop() from any thread; everything else on the thread that runs run(), or before it.
class Loop {
 public:
  using Function = std::function<void()>;

  /// Whom the loop tells. An exception from any of these is swallowed; nothing may escape into
  /// Pistache, which would end the process.
  class Events {
   public:
    virtual ~Events() = default;
    virtual void acceptable(int listener) = 0;
    virtual void readable(int peer) = 0;
    virtual void writable(int peer) = 0;
    /// All events that came together have been told.
    virtual void rested() = 0;
  };

  Loop(const world::Clock& clock, Events& events);
  ~Loop();

  void run();
  void stop();
  void post(Function function) { mailbox_->post(std::move(function)); }

  /// post() for those who may outlive the loop: afterwards it does nothing.
  std::function<void(Function)> poster() const;

  void at(world::Moment due, Function function) { timers_.at(due, std::move(function)); }
  void after(world::Duration delay, Function function) {
    at(clock_.ticks() + delay, std::move(function));
  }

  void watch_listener(int fd);
  void unwatch_listener(int fd);

  /// Takes over a connected, non-blocking socket. False, and the socket is closed, if that failed.
  bool add_peer(Descriptor socket, const sockaddr* address);

  /// Closes it. With `reset` the other side sees RST instead of FIN.
  void remove_peer(int fd, bool reset);

  /// Whether writable() is told. readable() always is, once for all that came (edge-triggered).
  void watch_writes(int fd, bool watch);

 private:
  class Transport;
  struct Machine;

  void handle(int fd, bool readable, bool writable);
  void run_timers();
  void arm_timer();

  const world::Clock& clock_;
  Events& events_;
  const std::shared_ptr<Mailbox> mailbox_;
  Descriptor timer_;
  TimerQueue timers_;
  std::optional<world::Moment> armed_;
  std::unique_ptr<Machine> machine_;
};

}  // namespace stunt::http
