// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include <tl/expected.hpp>

#include "http/message.h"
#include "world/clock.h"

namespace stunt::http {

/// A request to somebody else's server. The headers are sent as they stand here and no others, but
/// for Content-Length where there is a body, and Host, which comes first and is the URL's unless
/// it is among them.
struct Errand {
  std::string url;  ///< http:// or https://
  Headers headers;
  std::string body;
  world::Duration timeout;  ///< for all of it, from the connection to the last byte
  std::string method = "POST";
  std::string target{};  ///< what the request line asks for; empty: the URL's path and query
};

/// Why there is no answer.
struct NoAnswer {
  enum class Reason {
    no_connection,  ///< nobody listens there, there is no such host, or its certificate is refused
    late,           ///< the time was over
    broken,         ///< the connection broke, or what came is no answer
    too_large,      ///< more came than is taken
    stopped,        ///< the client went first
  };
  Reason reason;
  std::string detail{};  ///< libcurl's words for it, for people
};

struct ClientOptions {
  std::size_t at_once = 16;                  ///< errands under way; the others wait in line
  std::size_t body_bytes = 6 * 1024 * 1024;  ///< of an answer; what a function may answer
  std::string ca_file{};                     ///< PEM; trusted besides the system's
};

/// Asks other servers: libcurl on one thread, over connections that are kept. Follows no redirect
/// and uses no proxy: it asks whom it was told to ask. Nothing is asked twice, and no answer is
/// decoded. Thread-safe.
class Client {
 public:
  using Done = std::function<void(tl::expected<Reply, NoAnswer>)>;

  explicit Client(ClientOptions options = {});

  /// Ends what is under way; everybody who waits is told before this returns.
  ~Client();

  /// `done` is called once, on the client's thread, and must not block.
  void post(Errand errand, Done done);

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace stunt::http
