// SPDX-License-Identifier: MIT
#include "http/connection.h"

#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "http/socket_state.h"
#include "http/stream.h"

namespace stunt::http {
namespace {

/// How long a client may take to shut its side after we have shut ours.
constexpr std::chrono::seconds kDrain{2};

/// What one connection may take of the loop before the others have their turn.
constexpr int kReadsAtOnce = 4;
constexpr int kRequestsAtOnce = 32;

}  // namespace

Connection::Connection(Connections& owner, int fd, std::uint64_t number)
    : owner_(owner),
      fd_(fd),
      number_(number),
      framer_(owner.limits),
      last_read_(owner.clock.ticks()),
      last_progress_(last_read_) {
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool Connection::may_read() const {
  if (owner_.held.load(std::memory_order_acquire) || postponed_) return false;
  // A client that pipelines faster than it is answered is left waiting, not buffered without end.
  // One whole request fits: that a client has left is seen only behind all that it sent.
  const auto& limits = owner_.limits;
  return !busy() || hanging() || framer_.buffered() < limits.head_bytes + limits.body_bytes;
}

void Connection::readable() {
  for (int reads = 0; !closed_ && !reset_by_; ++reads) {
    if (reads == kReadsAtOnce) postpone();
    if (!may_read()) {
      unread_ = true;
      // Its end stands behind what is left unread, and would be seen only with that.
      const bool between = waiting_ || ((wired_ || streamed_) && out_.empty());
      if (between && other_side_has_shut(fd_)) client_left();
      return;
    }
    unread_ = false;
    const auto size = ::recv(fd_, owner_.scratch.data(), owner_.scratch.size(), 0);
    if (size > 0) {
      last_read_ = owner_.clock.ticks();
      if (draining_ || hanging()) continue;
      if (reset_at_next_) return reset_soon();
      if (framer_.between_requests()) last_progress_ = last_read_;
      framer_.append({owner_.scratch.data(), static_cast<std::size_t>(size)});
      pump();
    } else if (size == 0) {
      // Half an answer is out: a client that only shut its sending side still reads. One that
      // waits for an answer which is not due has given up.
      client_shut_ = last_request_ = framing_.close = true;
      if (out_.empty()) client_left();
      return;
    } else if (errno != EINTR) {
      if (errno != EAGAIN && errno != EWOULDBLOCK) client_left();
      return;
    }
  }
}

void Connection::proceed() {
  postponed_ = false;
  pump();
  if (unread_) readable();
}

void Connection::postpone() {
  if (!std::exchange(postponed_, true)) owner_.postpone(*this);
}

void Connection::pump() {
  for (int requests = 0;
       !closed_ && !busy() && !last_request_ && !owner_.held.load(std::memory_order_acquire);
       ++requests) {
    if (requests == kRequestsAtOnce) return postpone();
    switch (framer_.next()) {
      case Framer::Next::frame:
        begin(framer_.take_frame());
        break;
      case Framer::Next::refused:
        framing_ = {};  // that of the request before
        refuse(framer_.refusal().status, framer_.refusal().reason);
        return;
      case Framer::Next::more:
        if (framer_.take_continue()) write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    }
  }
}

void Connection::begin(Frame frame) {
  framing_ = {!frame.keep_alive || owner_.stopping, frame.http_1_0, frame.method == "HEAD"};
  last_request_ = framing_.close;
  auto request = owner_.parser.parse(std::move(frame));
  if (!request) {
    refuse(400, "Pistache's parser refuses this request.");
    return;
  }
  const Arrival arrival{number_, requests_++ > 0, last_read_, owner_.clock.ticks() - last_read_};
  std::unique_ptr<Exchange> exchange;
  try {
    exchange = owner_.application.arrived(std::move(*request), arrival);
  } catch (...) {
  }
  if (exchange) {
    owner_.answer(*this, std::move(exchange));
  } else {
    refuse(500, "The server failed to answer this request.");
  }
}

void Connection::refuse(int status, const std::string& reason) {
  last_request_ = true;
  framing_.close = true;
  write(serialize({status, {{"Content-Type", "text/plain; charset=utf-8"}}, reason + "\n"},
                  framing_));
}

void Connection::send(std::unique_ptr<Exchange> exchange) {
  sending_ = std::move(exchange);
  sending_->delivery.began = owner_.clock.ticks();
  if (const auto* streamed = dynamic_cast<const Streamed*>(sending_.get())) {
    return send_streamed(streamed->stream());
  }
  const auto& wire = sending_->shape().wire;
  if (wire != Wire{}) return send_wired(wire);
  write(serialize(sending_->reply(), framing_));
}

void Connection::write(std::string bytes) {
  if (closed_) return;
  last_progress_ = owner_.clock.ticks();
  if (out_.empty()) {
    out_ = std::move(bytes);
    out_sent_ = 0;
  } else {
    out_.append(bytes);
  }
  if (flush()) sent();
}

void Connection::writable() {
  if (closed_ || out_.empty()) return;
  if (!flush()) return;
  if (wired_) {
    send_steps();
  } else if (streamed_) {
    send_more();
  } else {
    sent();
  }
  if (!closed_) proceed();
}

/// True once everything was handed to the kernel.
bool Connection::flush() {
  while (out_sent_ < out_.size()) {
    const auto size = ::send(fd_, out_.data() + out_sent_, out_.size() - out_sent_, MSG_NOSIGNAL);
    if (size >= 0) {
      out_sent_ += static_cast<std::size_t>(size);
      if (sending_) sending_->delivery.bytes += static_cast<std::size_t>(size);
      last_progress_ = owner_.clock.ticks();
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (!watching_writes_) owner_.loop.watch_writes(fd_, watching_writes_ = true);
      return false;
    } else if (errno != EINTR) {
      client_left();
      return false;
    }
  }
  out_.clear();
  if (out_.capacity() > 4096) out_.shrink_to_fit();
  if (watching_writes_) owner_.loop.watch_writes(fd_, watching_writes_ = false);
  return true;
}

void Connection::sent() {
  if (sending_) owner_.finish(std::move(sending_), Delivery::End::sent);
  if (framing_.close && last_request_ && !busy()) close_gently();
}

void Connection::client_left() {
  const bool hung = wired_ && wired_->hanging;
  streamed_.reset();
  if (sending_) {
    owner_.finish(std::move(sending_),
                  hung ? Delivery::End::timed_out : Delivery::End::client_gone);
  }
  if (waiting_) owner_.abandon(std::exchange(waiting_, nullptr));
  close(false);
}

void Connection::stop() {
  last_request_ = true;
  framing_.close = true;
  // What hangs is due at no time, and what is to be reset anyway is reset now.
  if (reset_by_ || hanging()) return cut();
  if (streamed_) {
    streamed_->end();
    return send_more();
  }
  if (!busy() && out_.empty() && !draining_) close(false);
}

void Connection::cut() {
  streamed_.reset();
  if (sending_) owner_.finish(std::move(sending_), Delivery::End::reset);
  close(true);
}

void Connection::sweep(world::Moment now) {
  if (waiting_ || reset_by_) return;
  if (wired_ && out_.empty()) return;  // it is we who let the client wait
  if (streamed_ && out_.empty()) return keep_alive(now);
  const auto& limits = owner_.limits;
  if (draining_) {
    if (now - last_progress_ > kDrain) close(false);
  } else if (sending_ || !out_.empty()) {
    // Nobody reads: the kernel's buffer has been full for this long.
    if (now - last_progress_ > limits.idle) client_left();
  } else if (now - last_progress_ > (framer_.between_requests() ? limits.idle : limits.partial)) {
    close(false);
  }
}

/// Shuts our side and waits for the client to shut its own. To close at once with bytes of the
/// client's unread would send RST, which can destroy the answer before it is read.
void Connection::close_gently() {
  if (closed_ || draining_) return;
  if (client_shut_ || owner_.stopping) return close(false);
  ::shutdown(fd_, SHUT_WR);
  draining_ = true;
  last_progress_ = owner_.clock.ticks();
}

void Connection::close(bool reset) {
  if (closed_) return;
  closed_ = true;
  owner_.close(*this, reset);
}

}  // namespace stunt::http
