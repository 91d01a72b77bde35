// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/connections.h"
#include "http/framer.h"
#include "http/serialize.h"
#include "http/wire_plan.h"

namespace stunt::http {

class Stream;

/// One client's connection: reads, cuts requests, asks the application, writes. One request at a
/// time; what a client pipelines waits in the framer. On the loop's thread only.
///
/// Any member function may close the connection; it then stays a valid, dead object until the
/// loop rests.
class Connection {
 public:
  Connection(Connections& owner, int fd, std::uint64_t number);

  int fd() const { return fd_; }
  std::uint64_t number() const { return number_; }

  void readable();
  void writable();

  /// Takes up what was left: requests that were read already, bytes that were not.
  void proceed();

  void wait_for(std::shared_ptr<Waiting> waiting) { waiting_ = std::move(waiting); }
  void send(std::unique_ptr<Exchange> exchange);

  /// The time has come that it asked the owner to wait for.
  void carry_on();

  /// The server stops: no further request. What is under way may end.
  void stop();

  /// Ends now, with RST, whatever is under way.
  void cut();

  /// Ends it if it has been idle, half a request, or unread for too long.
  void sweep(world::Moment now);

 private:
  /// An answer that goes out as its Wire says.
  struct Wired {
    WirePlan plan;
    world::Moment began;
    std::size_t next = 0;  ///< the step that has its turn
    bool hanging = false;  ///< all steps are done, and nothing else is
  };

  bool busy() const { return waiting_ || sending_; }
  bool hanging() const { return wired_ && wired_->hanging; }
  bool may_read() const;
  void pump();
  void postpone();
  void begin(Frame frame);
  void refuse(int status, const std::string& reason);
  void client_left();
  void write(std::string bytes);
  void send_wired(const Wire& wire);
  void send_steps();
  void end_wired();
  void reset_soon();
  void send_streamed(const std::shared_ptr<Stream>& stream);
  void send_more();
  void append_body(std::string& out, std::string_view bytes) const;
  void keep_alive(world::Moment now);
  bool flush();
  void sent();
  void close_gently();
  void close(bool reset);

  Connections& owner_;
  const int fd_;
  const std::uint64_t number_;
  Framer framer_;
  Framing framing_;
  std::string out_;
  std::size_t out_sent_ = 0;
  std::shared_ptr<Waiting> waiting_;
  std::unique_ptr<Exchange> sending_;
  std::unique_ptr<Wired> wired_;      ///< of what is being sent, unless that simply goes out
  std::shared_ptr<Stream> streamed_;  ///< of what is being sent, until all of it was taken
  std::uint64_t requests_ = 0;
  world::Moment last_read_;
  world::Moment last_progress_;
  bool unread_ = false;     ///< an edge was told, and what it told of is still in the socket
  bool postponed_ = false;  ///< it had its share; the loop will proceed()
  bool watching_writes_ = false;
  bool last_request_ = false;   ///< none is taken after the one under way
  bool client_shut_ = false;    ///< the client has shut its side while an answer was on its way
  bool draining_ = false;       ///< our side is shut; we wait for the client to shut its own
  bool reset_at_next_ = false;  ///< the next byte that comes is answered with RST
  std::optional<world::Moment> reset_by_;  ///< RST follows when all has arrived, or then
  bool closed_ = false;
};

}  // namespace stunt::http
