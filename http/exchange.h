// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "http/message.h"
#include "world/clock.h"

namespace stunt::http {

/// What goes wrong on the way to the client. Nothing, unless something here says so.
struct Wire {
  /// What becomes of the connection behind the answer, or behind as much of it as is sent.
  enum class End {
    usual,          ///< kept or closed as the request and HTTP want it
    close,          ///< FIN
    reset,          ///< RST, once the bytes before it have been handed over
    hang,           ///< open and silent until the client leaves or the server stops
    reset_at_next,  ///< kept, and RST when the first byte of the next request arrives
  };
  End end = End::usual;
  /// Not one byte of the answer is sent; a connection that was to be kept is closed then.
  bool silent = false;
  std::optional<std::size_t> body_bytes{};  ///< no more of the body; the head tells of all of it
  std::int64_t length_error = 0;            ///< added to the true Content-Length
  world::Duration head_over{0};        ///< the head is sent byte by byte, evenly over this time
  std::size_t pieces = 0;              ///< the body is sent in so many pieces, …
  world::Duration body_over{0};        ///< … evenly over this time
  std::uint64_t bytes_per_second = 0;  ///< of the body; 0: no limit
  world::Duration refuse{0};  ///< from when the answer is due, new connections are refused so long

  bool operator==(const Wire&) const = default;
};

/// How an answer goes on the wire. The whole answer, unless something here says otherwise.
struct Shape {
  /// How long the answer waits. A wait costs a small object and no thread.
  world::Duration delay{0};

  /// Set: when the delay has passed, this is called with a function that says "go on", and the
  /// answer waits until that has been called: from any thread, perhaps before hold() returns, and
  /// perhaps after the client or the server has left; a second call does nothing. Such a wait holds
  /// no thread either, and a server that stops cuts it off when its grace has passed.
  std::function<void(std::function<void()> go_on)> hold{};

  Wire wire{};
};

/// Where a request came in.
struct Arrival {
  std::uint64_t connection = 0;  ///< 1 for the server's first connection
  bool reused = false;           ///< an earlier request came over the same connection
  world::Moment at{};            ///< its last byte was read
  world::Duration queued{0};     ///< it waited for the request before it on the connection
};

/// What really went out. Only the transport knows.
struct Delivery {
  enum class End {
    sent,         ///< the last byte was handed to the kernel
    client_gone,  ///< the client left first
    closed,       ///< we ended it with FIN before all was sent: the shape wanted that
    reset,        ///< we ended it with RST: the shape wanted that, or the server stopped
    timed_out,    ///< the shape wanted it to hang, and the client left
  };
  End end = End::sent;
  std::size_t bytes = 0;  ///< of the answer, head included, that were handed to the kernel
  world::Moment began{};  ///< the first byte was written, or would have been
  world::Moment ended{};
};

/// One request and what becomes of it. The transport owns it from arrival until it was delivered
/// and hands it back to the Application exactly once. Derived classes add what they know.
class Exchange {
 public:
  virtual ~Exchange() = default;

  /// What to send, once the shape's delay and hold are over. Both may change only in resume().
  virtual const Reply& reply() const = 0;
  virtual const Shape& shape() const = 0;

  /// Called when delay and hold are over. True: there is more to come, ask shape() and reply() anew
  /// (this is how "wait, then write" is said: the write happens here, also when the client has
  /// left meanwhile). False: the reply stands, send it.
  virtual bool resume() = 0;

  /// True while resume() still has something to do besides returning false. What is finished is
  /// not waited for any longer when the client has left.
  virtual bool unfinished() const = 0;

  /// True if the reply cannot go out at once.
  bool has_to_wait() const {
    return shape().delay > world::Duration(0) || shape().hold || unfinished();
  }

  Request request;
  Arrival arrival;
  Delivery delivery;
};

/// What a Server serves. Both functions are called on the server's threads, one call at a time
/// per thread, and must not block. An exception from either is answered with 500 and logged
/// nowhere; it never ends the server.
class Application {
 public:
  virtual ~Application() = default;

  /// A whole request has arrived.
  virtual std::unique_ptr<Exchange> arrived(Request request, const Arrival& arrival) = 0;

  /// The exchange has ended; exactly once for each that arrived() returned. `delivery` is filled.
  virtual void finished(std::unique_ptr<Exchange> exchange) = 0;
};

}  // namespace stunt::http
