// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "http/exchange.h"

namespace stunt::http {

struct StreamOptions {
  /// So many bytes wait for a client that reads slowly; with more it is cut off (RST).
  std::size_t waiting_most = std::size_t{4} << 20;

  /// Sent when nothing else was for so long, so that a client that has gone is noticed. Empty:
  /// nothing is.
  std::string idle_bytes{};
  world::Duration idle = std::chrono::seconds(15);
};

/// A body that goes on behind its answer's head: what is pushed is sent as it comes, until its
/// source ends it, the client leaves, or the server stops. Costs no thread. Whoever pushes shares
/// it with the exchange, and may outlive that. Thread-safe.
class Stream {
 public:
  explicit Stream(StreamOptions options = {}) : options_(std::move(options)) {}

  /// Nothing happens when the stream is over.
  void push(std::string_view bytes);

  /// The same however much it is: what was there before the stream began.
  void push_all(std::string_view bytes);

  /// Nothing comes behind what was pushed.
  void end();

  /// True once nobody reads any more.
  bool is_over() const;

  const StreamOptions& options() const { return options_; }

  // For the connection that it goes out over.

  /// `wake` is called, on any thread, when there is something to take(): once until it was taken.
  void open(std::function<void()> wake);

  struct Taken {
    std::string bytes;
    bool last = false;  ///< nothing comes behind them
  };
  Taken take();

  /// More waited than may.
  bool is_too_slow() const;

  /// Nobody takes any more.
  void close();

 private:
  /// Unlocks, and says that there is something.
  void tell(std::unique_lock<std::mutex> lock);

  const StreamOptions options_;
  mutable std::mutex mutex_;
  std::string waiting_;
  std::size_t uncounted_ = 0;  ///< bytes of it
  std::function<void()> wake_;
  bool told_ = false;
  bool ended_ = false;
  bool too_slow_ = false;
  bool over_ = false;
};

/// An exchange whose answer is a stream: the reply is its head, behind it comes what is pushed;
/// first of all the reply's body. HTTP/1.1 gets it in chunks, HTTP/1.0 until the connection closes,
/// HEAD the head alone. It may have to wait before as any other; it has no Wire.
class Streamed : public Exchange {
 public:
  explicit Streamed(StreamOptions options = {})
      : stream_(std::make_shared<Stream>(std::move(options))) {}
  ~Streamed() override { stream_->close(); }

  const std::shared_ptr<Stream>& stream() const { return stream_; }

 private:
  const std::shared_ptr<Stream> stream_;
};

}  // namespace stunt::http
