// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "http/exchange.h"
#include "http/limits.h"
#include "world/clock.h"

namespace stunt::http {

struct ServerOptions {
  /// IP addresses or names to listen on, all on one port. Empty: loopback, that is 127.0.0.1 and,
  /// where the machine has it, ::1.
  std::vector<std::string> hosts{};

  /// 0 picks a free port.
  std::uint16_t port = 4566;

  /// One thread answers in strict order of arrival; more are faster and less orderly.
  unsigned threads = 1;

  Limits limits{};
};

/// An HTTP/1.1 server: Pistache's reactor, peers and parser under a transport of our own
/// (docs/adr/0002). Any number may live in one process, side by side or one after another.
///
/// Thread contract: construct, start(), stop() and destroy on one thread; hold_input(),
/// settle() and stop_now() from any.
class Server {
 public:
  /// Binds and listens. Throws std::runtime_error that names the address and the reason.
  /// `application` and `clock` must outlive the server.
  Server(ServerOptions options, Application& application, const world::Clock& clock);
  ~Server();

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Begins to accept. Connections made between construction and start() are served then.
  void start();

  std::uint16_t port() const;

  /// What it listens on, "127.0.0.1" and "::1" for example, in the order of the options.
  const std::vector<std::string>& addresses() const;

  /// True: nothing more is read from any connection until false. Answers under way go on.
  void hold_input(bool held);

  /// Returns when each thread has ended what it was at: an answer that a client has read whole was
  /// handed back by then. Between start() and stop(), from any thread but the server's own.
  void settle();

  /// Stops accepting and reading, sends the answers that fall due within `grace` when they are
  /// due, resets the others, and returns when every exchange was handed back and all threads have
  /// ended. A second call does nothing.
  void stop(world::Duration grace = world::Duration(0));

  /// Ends the grace of a stop() that is under way on another thread.
  void stop_now();

 private:
  class Workers;
  std::unique_ptr<Workers> workers_;
};

}  // namespace stunt::http
