// SPDX-License-Identifier: MIT
//
// How a connection sends an answer that goes on: the head, then what there is to take, whenever the
// client has taken what was sent before.
#include <array>
#include <charconv>
#include <utility>

#include "http/connection.h"
#include "http/stream.h"

namespace stunt::http {
namespace {

constexpr std::string_view kLastChunk = "0\r\n\r\n";

void append_chunk(std::string& out, std::string_view bytes) {
  if (bytes.empty()) return;  // that would be the last one
  std::array<char, 16> size{};
  const auto end = std::to_chars(size.data(), size.data() + size.size(), bytes.size(), 16).ptr;
  out.append(size.data(), end).append("\r\n").append(bytes).append("\r\n");
}

}  // namespace

void Connection::send_streamed(const std::shared_ptr<Stream>& stream) {
  // Without chunks only the connection's end says that the body has ended.
  if (framing_.http_1_0) framing_.close = last_request_ = true;
  std::string head;
  append_stream_head(head, sending_->reply(), framing_);
  if (framing_.head_only) {
    stream->close();
    return write(std::move(head));
  }
  streamed_ = stream;
  append_body(head, sending_->reply().body);
  if (owner_.stopping) stream->end();
  stream->open(owner_.wake_up(*this));
  last_progress_ = owner_.clock.ticks();
  if (out_.empty()) out_sent_ = 0;
  out_.append(head);
  if (flush()) send_more();
}

void Connection::append_body(std::string& out, std::string_view bytes) const {
  if (framing_.http_1_0) {
    out.append(bytes);
  } else {
    append_chunk(out, bytes);
  }
}

void Connection::send_more() {
  if (streamed_->is_too_slow()) return cut();
  if (!out_.empty()) return;
  if (client_shut_) return client_left();
  const auto taken = streamed_->take();
  append_body(out_, taken.bytes);
  if (taken.last) {
    if (!framing_.http_1_0) out_.append(kLastChunk);
    streamed_.reset();
  }
  out_sent_ = 0;
  if (!out_.empty()) last_progress_ = owner_.clock.ticks();
  if (flush() && !streamed_) sent();
}

/// So that a client that has gone is noticed also while there is nothing to say.
void Connection::keep_alive(world::Moment now) {
  const auto& options = streamed_->options();
  if (options.idle_bytes.empty() || now - last_progress_ < options.idle) return;
  last_progress_ = now;
  append_body(out_, options.idle_bytes);
  out_sent_ = 0;
  if (flush()) send_more();
}

}  // namespace stunt::http
