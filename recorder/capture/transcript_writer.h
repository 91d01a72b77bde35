// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "aws/exchange.h"
#include "aws/service_model.h"
#include "recorder/capture/describe.h"
#include "recorder/capture/recorder.h"
#include "recorder/capture/transcript_file.h"
#include "recorder/transcript/digest.h"

namespace stunt::recorder {

/// Makes the bytes of a transcript, and of those that follow it when it is full or was moved away:
/// each has its own header, footer and digest; numbers and pseudonyms go on. Not thread-safe.
class TranscriptWriter {
 public:
  /// Throws std::runtime_error if the file cannot be written.
  TranscriptWriter(const RecorderOptions& options, const aws::ServiceModel& service,
                   world::Moment started);

  /// What a file begins with; nothing if it is gone on with.
  std::string beginning() const;

  std::string line(const aws::Exchange& exchange);

  /// What the file ends with. `dropped`: those that were lost since it began, while it was written.
  /// Nothing if no line came to a file that is gone on with: it stays as it was.
  std::string end(std::uint64_t dropped) const;

  TranscriptFile::Written append(std::string_view bytes) { return file_.append(bytes); }

  /// Whether the file has its size with so many bytes more.
  bool is_full(std::size_t more) const {
    return options_.rotate_bytes > 0 && file_.size() + more >= options_.rotate_bytes;
  }

  const TranscriptFile& file() const { return file_; }

  /// From here on lines are for this file, which is new.
  void turn_to(TranscriptFile file);

 private:
  const RecorderOptions& options_;
  TranscriptFile file_;
  bool begun_;  ///< the file has its header, or had it before
  Describer describer_;
  Digest digest_;
  std::uint64_t exchanges_ = 0;  ///< in the file
  std::uint64_t before_ = 0;     ///< of those, that were there when it was opened
  std::uint64_t dropped_ = 0;    ///< before it was opened
};

}  // namespace stunt::recorder
