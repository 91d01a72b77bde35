// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "aws/exchange.h"
#include "aws/service_model.h"
#include "recorder/capture/options.h"
#include "recorder/capture/redaction.h"
#include "recorder/capture/resume.h"
#include "recorder/capture/transcript_file.h"
#include "recorder/redaction/pseudonyms.h"
#include "recorder/transcript/header.h"
#include "world/clock.h"

namespace stunt::recorder {

class TranscriptWriter;

struct RecorderOptions {
  std::filesystem::path path;
  bool overwrite = false;  ///< a file that has something in it is refused otherwise
  Header header{};
  std::string scope = "default";  ///< the world that is recorded
  Redaction redaction{};
  std::optional<Resume> resume{};  ///< go on behind what the file has, under its own header
  Pseudonyms::Known known{};       ///< the numbers that values have in there
  Overflow overflow = Overflow::hold;
  std::uint64_t rotate_bytes = 0;  ///< a file that is this large is set aside; 0: never

  /// The queue is full at either of these and accepts more, but says so; it is not full any more
  /// at half of both.
  std::size_t queued_most = 8192;
  std::size_t queued_bytes_most = std::size_t{64} << 20;
};

/// How a recording goes.
struct Status {
  std::uint64_t written = 0;  ///< exchanges that were written
  std::uint64_t queued = 0;   ///< on their way there
  std::uint64_t dropped = 0;  ///< found the queue full, where that drops them
  std::uint64_t lost = 0;     ///< came after the recording had failed or was closed
  std::string error;          ///< why it failed; empty while it has not
};

/// Writes exchanges to a transcript. A thread of its own redacts and writes them, so a server's
/// threads hand an exchange over and go on. Thread-safe.
///
///   record() ─> queue ─> writer: redact, JSON, write(2) for all that wait ─> file
///
/// A write error ends the recording, not the program: what comes later is counted as lost. A file
/// that has its size is ended and set aside, and a new one begun in its place.
class Recorder {
 public:
  /// Asks for no more exchanges (true), until there is room again (false). Called from any thread,
  /// one call at a time, without a lock; the last call says what holds. Never where a full queue
  /// drops.
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

  /// For a file that somebody has moved away: it is ended, and one begun at its path. Waits for it;
  /// the answer says why the old file is still written to, or is empty.
  std::string reopen();

  /// Waits until everything is written, and ends the file with its footer. False if the recording
  /// has failed. A second call does nothing and says the same.
  bool close();

 private:
  using Batch = std::deque<std::shared_ptr<const aws::Exchange>>;
  struct Work {
    Batch batch;
    bool reopen = false;
  };

  void run();
  void write_everything();
  std::optional<Work> next_work();
  bool write_batch(const Batch& batch);
  bool write(const std::string& bytes, std::size_t exchanges);
  bool begin_next();
  std::string reopen_now();
  void answer(std::string text);
  std::string end();
  void fail(const std::string& reason);
  bool is_full() const;
  void tell_hold();

  const RecorderOptions options_;
  const Hold hold_;
  const Failed failed_;
  const std::unique_ptr<TranscriptWriter> transcript_;  ///< the writer's own

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Batch queue_;
  std::size_t queued_bytes_ = 0;
  std::size_t in_hand_ = 0;  ///< exchanges that the writer has taken and not yet written
  bool full_ = false;
  bool told_full_ = false;
  bool telling_ = false;
  bool closing_ = false;
  bool ended_ = false;  ///< the writer has left
  std::optional<std::promise<std::string>> reopen_;
  std::uint64_t written_ = 0;
  std::uint64_t dropped_ = 0;
  std::uint64_t dropped_told_ = 0;  ///< in the footers so far; the writer's own
  std::uint64_t lost_ = 0;
  std::string error_;

  std::mutex join_;  ///< of two that close, the second waits for the first
  std::thread writer_;
};

}  // namespace stunt::recorder
