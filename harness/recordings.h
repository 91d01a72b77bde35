// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "aws/exchange.h"
#include "harness/recording.h"
#include "harness/waiting_file.h"
#include "recorder/capture/recorder.h"

namespace stunt::harness {

/// The recordings of a scope, one after another: the one that its settings want, and those that
/// somebody begins while it serves. Thread-safe, but for settle().
class Recordings {
 public:
  /// What all of them have alike.
  struct Settings {
    recorder::RecordSettings record{};
    recorder::Header header{};
    std::string scope;
    world::Moment started{};
    recorder::Pseudonyms::Known known{};  ///< of the file that is recorded behind
    std::function<void(bool)> hold_input{};
  };

  /// Begins the recording of the plan, if it has one. Throws as Recorder does, and what its
  /// redaction throws.
  Recordings(Recording plan, Settings settings);

  /// A call has ended.
  void take(const std::shared_ptr<const aws::Exchange>& exchange) const;

  bool is_going_on() const { return now() != nullptr; }

  /// The file that is written, or was last; empty if there was none.
  std::filesystem::path path() const;

  /// Records from now on. Throws std::invalid_argument if that goes on already, and
  /// std::runtime_error if the file has something in it, or cannot be made.
  void begin(const std::filesystem::path& path);

  /// Waits until all is written. False if nothing was being recorded, or not all could be.
  bool end();

  /// True if the last recording that ended is not whole.
  bool has_failed() const;

  /// For a file that somebody has moved away: goes on in a new one at its path. The log says what
  /// came of it.
  void reopen() const;

  /// What becomes of a file that waits for a verdict: see Scope::settle_transcript().
  std::string settle(bool passed);

  /// How the recording that goes on does, or how the last one ended; nothing if there was none.
  std::optional<recorder::Status> status() const;

  /// Exchanges that were written to all files.
  std::uint64_t lines() const;

 private:
  using Recorder = std::shared_ptr<recorder::Recorder>;

  Recorder now() const;
  void begin_as_planned();
  void begin(recorder::RecorderOptions options);
  bool is_recorded(const aws::Exchange& exchange) const;

  const Recording plan_;
  const Settings settings_;
  std::unique_ptr<WaitingFile> waiting_;

  std::mutex begins_;  ///< of two that begin, the second is refused
  mutable std::mutex mutex_;
  Recorder now_;
  Recorder last_;
  std::filesystem::path path_;
  bool only_new_ = false;  ///< goes behind what the file has: only what the engine answered
  bool failed_ = false;
  std::uint64_t lines_before_ = 0;  ///< written by those before the last
};

}  // namespace stunt::harness
