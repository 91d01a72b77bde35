// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/headers.h"
#include "http/limits.h"

namespace stunt::http {

/// One request, cut out of a connection's bytes and checked as RFC 9112 asks, before Pistache's
/// parser sees it. The body is whole and no longer chunked.
struct Frame {
  std::string method;
  std::string target;  ///< origin form: "/" or "/path?query"
  Headers headers;     ///< as sent: order, case and repetitions kept
  std::string body;
  bool keep_alive = true;  ///< what the client asked for
  bool http_1_0 = false;
};

/// Why a message was refused. The connection cannot be used any more: nobody knows where the next
/// message would begin.
struct Refusal {
  int status;
  std::string reason;  ///< for the client; never quotes what it sent
};

/// Cuts requests out of a stream of bytes, however it is split. Pure: no sockets, no clock.
///
///   append() bytes, then ask next(): more → come back with more bytes; frame → take_frame();
///   refused → refusal(), and nothing after it.
class Framer {
 public:
  enum class Next { more, frame, refused };

  explicit Framer(const Limits& limits) : limits_(limits) {}

  void append(std::string_view bytes) { buffer_.append(bytes); }
  Next next();

  Frame take_frame();
  const Refusal& refusal() const { return *refusal_; }

  /// True once for each request that waits for "100 Continue" before it sends its body.
  bool take_continue();

  /// Bytes that belong to no complete request yet.
  std::size_t buffered() const { return buffer_.size() - consumed_; }

  /// True if no byte of a next request has come.
  bool between_requests() const { return step_ == Step::head && buffered() == 0; }

 private:
  enum class Step { head, sized_body, chunk_size, chunk_data, trailers, done };

  Next refuse(int status, std::string reason);
  bool read_head();
  bool read_request_line(std::string_view line);
  bool read_field(std::string_view line);
  bool read_known_field(std::string_view name, std::string_view value);
  bool decide_body();
  bool read_sized_body();
  bool read_chunk_size();
  bool read_chunk_data();
  bool read_trailers();
  std::size_t line_size(std::size_t end) const;
  void compact();

  Limits limits_;
  std::string buffer_;
  std::size_t consumed_ = 0;  ///< of buffer_, by requests and steps that are complete
  std::size_t scanned_ = 0;   ///< of buffer_, while looking for the end of the head
  Step step_ = Step::head;
  Frame frame_;
  std::optional<Refusal> refusal_;
  std::optional<std::uint64_t> content_length_;
  bool chunked_ = false;
  bool has_host_ = false;
  bool closes_ = false;
  bool expects_continue_ = false;
  std::uint64_t chunk_left_ = 0;
  std::size_t trailer_bytes_ = 0;
};

}  // namespace stunt::http
