// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "world/clock.h"

namespace stunt::bench {

/// The request that every bench sends: GetSecretValue as boto3 writes it.
std::string get_secret_value(const std::string& secret_id);

/// Many kept-alive connections on one thread, one request at a time on each.
class Client {
 public:
  /// Called when a connection has its whole answer: which one, and the status.
  using Answered = std::function<void(std::size_t connection, int status)>;

  Client(std::uint16_t port, std::size_t connections, Answered answered);
  ~Client();

  /// Sends on a connection that has no request under way.
  void send(std::size_t connection, const std::string& request);

  /// Handles what arrives until `until`, or until `done` says so.
  void run(world::Moment until, const std::function<bool()>& done = {});

  world::Moment now() const { return clock_.ticks(); }

  /// Connections that the server has closed, and answers that were not HTTP.
  std::size_t broken() const { return broken_; }

 private:
  void read(std::size_t connection);

  world::SystemClock clock_;
  Answered answered_;
  int epoll_;
  std::vector<int> sockets_;
  std::vector<std::string> received_;
  std::size_t broken_ = 0;
};

/// "--name value" of a command line, or the fallback.
std::string argument(int argc, char** argv, const std::string& name, const std::string& fallback);

}  // namespace stunt::bench
