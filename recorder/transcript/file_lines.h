// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "recorder/transcript/line_cutter.h"
#include "recorder/transcript/transcript_lines.h"

namespace stunt::recorder {

/// A line as it stands in the file, and what it says if it is one of these two.
struct FileLine {
  std::string_view text;
  std::optional<Header> header{};
  std::optional<ExchangeLine> exchange{};
};

/// Tells a transcript that comes in pieces line by line, in the order of the file. Throws
/// BadTranscript.
class FileLines {
 public:
  /// `name` stands for the file in messages.
  FileLines(std::string name, std::function<void(const FileLine&)> told);

  void take(std::string_view piece) { cutter_.take(piece); }

  /// After the last piece: throws if there was no line.
  void end() { lines_.end(); }

 private:
  FileLine line_{};
  TranscriptLines lines_;
  LineCutter cutter_;
};

}  // namespace stunt::recorder
