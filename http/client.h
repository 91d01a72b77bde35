// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "http/message.h"
#include "world/clock.h"

namespace stunt::http {

/// A POST to somebody else's server.
struct Errand {
  std::string url;  ///< http:// or https://
  Headers headers;
  std::string body;
  world::Duration timeout;  ///< for all of it, from the connection to the last byte
};

/// Why there is no answer.
enum class NoAnswer {
  no_connection,  ///< nobody listens there, or there is no such host
  late,           ///< the time was over
  broken,         ///< the connection broke, or what came is no answer or too large
  stopped,        ///< the client went first
};

/// Asks other servers: libcurl on one thread, at most 16 errands at a time; the others wait in
/// line. Follows no redirect and uses no proxy: it asks whom it was told to ask. Thread-safe.
class Client {
 public:
  using Done = std::function<void(tl::expected<Reply, NoAnswer>)>;

  Client();

  /// Ends what is under way; everybody who waits is told before this returns.
  ~Client();

  /// `done` is called once, on the client's thread, and must not block.
  void post(Errand errand, Done done);

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace stunt::http
