// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stunt::test {

/// A TCP client that sends and receives exactly what a test says. Blocking; every wait ends after
/// the patience, and a test that runs into that fails with what was received so far.
class RawClient {
 public:
  /// How a read ended.
  enum class End { data, eof, reset, timeout };

  explicit RawClient(std::uint16_t port, int patience_ms = 5000);
  ~RawClient();
  RawClient(RawClient&& other) noexcept;
  RawClient& operator=(RawClient&&) = delete;

  void send(std::string_view bytes);
  void half_close();
  /// Closes with RST.
  void reset();
  void close();

  /// Reads until `text` was received, or until the end.
  std::string read_until(std::string_view text);

  /// One HTTP answer: head and Content-Length bytes of body (none for an answer to HEAD).
  std::string read_answer(bool head_only = false);

  /// Everything until the server closes.
  std::string read_all();

  /// Waits for one read: data (kept for the next read), or how the connection ended.
  End wait();

  End last_end() const { return end_; }
  int fd() const { return fd_; }

 private:
  bool fill();

  int fd_;
  int patience_ms_;
  std::string received_;
  End end_ = End::data;
};

/// The body of an HTTP answer, or what is there.
std::string body_of(std::string_view answer);

/// "200" of "HTTP/1.1 200 OK…".
int status_of(std::string_view answer);

}  // namespace stunt::test
