// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "http/exchange.h"

namespace stunt::test {

/// An application that does what the path says, and remembers how each exchange ended:
///
///   /           "ok"
///   /echo       METHOD, query, body
///   /delay?N    "late" after N ms
///   /apply?N    waits N ms, then counts as applied and answers "applied"
///   /hold?N     waits N ms, then until a test lets it go on; answers "released"
///   /hold-apply the same, then counts as applied and answers "applied"
///   /hold-twice held two times
///   /go-on      held, and lets itself go on at once, three times
///   /hold-throw held by a function that throws
///   /big?N      N bytes
///   /wire?N     waits N ms, then is answered over the wire that set_wire() said
///   /wire-hold  the same, held until a test lets it go on
///   /wire-apply?N  waits N ms, then counts as applied and is answered over that wire
///   /throw      throws std::runtime_error, /throw-int throws 42
class ErrandApplication : public http::Application {
 public:
  struct Ended {
    std::string path;
    http::Delivery::End end;
    std::size_t bytes;
    std::uint64_t connection;
    bool reused;
  };

  std::unique_ptr<http::Exchange> arrived(http::Request request,
                                          const http::Arrival& arrival) override;
  void finished(std::unique_ptr<http::Exchange> exchange) override;

  /// What goes wrong from now on with answers to /wire and its like, and what their body is.
  void set_wire(const http::Wire& wire, std::string body = "0123456789");

  /// Waits until `count` exchanges have ended (5 s at most) and returns all that have.
  std::vector<Ended> wait_for_ended(std::size_t count);

  /// Waits until `count` requests have arrived (5 s at most).
  bool wait_for_arrived(std::size_t count);

  /// Waits until `count` answers are held or were (5 s at most), and returns what lets them go on.
  std::vector<std::function<void()>> wait_for_held(std::size_t count);

  std::size_t arrived() const;
  int applied() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t arrived_ = 0;
  int applied_ = 0;
  http::Wire wire_;
  std::string wire_body_;
  std::vector<std::function<void()>> held_;
  std::vector<Ended> ended_;
};

}  // namespace stunt::test
