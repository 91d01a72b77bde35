// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "aws/exchange.h"
#include "aws/service_model.h"
#include "recorder/transcript/header.h"
#include "world/clock.h"

namespace stunt::recorder {

struct RecorderOptions {
  std::filesystem::path path;
  bool overwrite = false;  ///< a file that has something in it is refused otherwise
  Header header{};

  /// The queue is full at either of these and accepts more, but says so; it is not full any more
  /// at half of both.
  std::size_t queued_most = 8192;
  std::size_t queued_bytes_most = std::size_t{64} << 20;
};

/// How a recording goes.
struct Status {
  std::uint64_t written = 0;  ///< exchanges in the file
  std::uint64_t queued = 0;   ///< on their way there
  std::uint64_t lost = 0;     ///< came after the recording had failed or was closed
  std::string error;          ///< why it failed; empty while it has not
};

/// Writes exchanges to a transcript. A thread of its own redacts and writes them, so a server's
/// threads hand an exchange over and go on. Thread-safe.
///
///   record() ─> queue ─> writer: redact, JSON, write(2) for all that wait ─> file
///
/// A write error ends the recording, not the program: what comes later is counted as lost.
class Recorder {
 public:
  /// Asks for no more exchanges (true), until there is room again (false). Called from any thread,
  /// one call at a time, without a lock; the last call says what holds.
  using Hold = std::function<void(bool full)>;
  /// Told once, on the writer's thread, when the recording has failed: a sentence for people.
  using Failed = std::function<void(const std::string& error)>;

  /// `started` is the moment that the exchanges' times count from; `service` must outlive this.
  /// Throws std::runtime_error if the file cannot be created or must not be overwritten.
  Recorder(RecorderOptions options, const aws::ServiceModel& service, world::Moment started,
           Hold hold, Failed failed);
  ~Recorder();

  void record(std::shared_ptr<const aws::Exchange> exchange);

  Status status() const;

  /// Waits until everything is written, and ends the file with its footer. False if the recording
  /// has failed. A second call does nothing and says the same.
  bool close();

 private:
  class Lines;
  using Batch = std::deque<std::shared_ptr<const aws::Exchange>>;

  void run();
  bool write(const std::string& bytes, std::size_t exchanges);
  void fail(const std::string& reason);
  Batch next_batch();
  void tell_hold();

  const RecorderOptions options_;
  const Hold hold_;
  const Failed failed_;
  const std::unique_ptr<Lines> lines_;  ///< the writer's own

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Batch queue_;
  std::size_t queued_bytes_ = 0;
  std::size_t in_hand_ = 0;  ///< exchanges that the writer has taken and not yet written
  bool full_ = false;
  bool told_full_ = false;
  bool telling_ = false;
  bool closing_ = false;
  std::uint64_t written_ = 0;
  std::uint64_t lost_ = 0;
  std::string error_;

  std::mutex join_;  ///< of two that close, the second waits for the first
  std::thread writer_;
};

}  // namespace stunt::recorder
