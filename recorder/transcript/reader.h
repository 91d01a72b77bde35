// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// A file is no transcript, or a broken one. what() begins with FILE:LINE, and where the line is
/// not JSON FILE:LINE:COLUMN, and quotes nothing of it.
class BadTranscript : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// A whole transcript.
struct Transcript {
  Header header;
  std::vector<ExchangeLine> exchanges;  ///< in the order of arrival, by seq
  std::optional<Footer> footer;

  /// What a reader should know of the file, for people: that it ended early, that it was cut.
  std::vector<std::string> notes;
};

/// A line may have this many bytes.
constexpr std::size_t kLongestLine = std::size_t{16} << 20;

/// Reads a file. Throws std::runtime_error if it cannot be opened, BadTranscript if it is broken. A
/// file without a footer, and a last line that was cut off, are not: that is how a transcript
/// ends whose program was killed.
Transcript read_transcript(const std::filesystem::path& path);

/// The same of a text; `name` stands for the file in messages.
Transcript read_transcript_text(std::string_view text, const std::string& name);

/// The text of a transcript, exchanges as they stand.
std::string write_transcript(const Transcript& transcript);

}  // namespace stunt::recorder
