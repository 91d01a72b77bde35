// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// So many exchanges wait for one that arrived before them, and so many bytes of lines.
constexpr std::size_t kReorderedMost = 10'000;
constexpr std::size_t kReorderedBytesMost = std::size_t{64} << 20;

/// Who is told what a transcript says: first the header, then its exchanges.
struct Listener {
  std::function<void(const Header& header)> header;
  std::function<void(const ExchangeLine& exchange)> exchange;
  /// Each line as it stands in the file, whatever is in it; may be left out.
  std::function<void(const aws::Json& json, std::size_t line)> line{};
};

/// What was found out about the file as a whole.
struct StreamEnd {
  std::uint64_t exchanges = 0;
  std::uint64_t late = 0;  ///< told behind one that had arrived later: too much was in between
  std::vector<std::string> notes{};
};

/// Tells a transcript of any length in bounded memory, in the order of arrival (seq). Unlike
/// read_transcript() it does not hold the digest against the file. Throws BadTranscript, and what
/// the listener throws, which ends the reading.
class TranscriptStream {
 public:
  /// `name` stands for the file in messages.
  TranscriptStream(const std::string& name, Listener listener);
  ~TranscriptStream();

  /// The next bytes of the file.
  void take(std::string_view piece);

  /// After the last bytes.
  StreamEnd end();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The same of all that `in` has.
StreamEnd stream_transcript(std::istream& in, const std::string& name, const Listener& listener);

/// The same of a file. Throws std::runtime_error if it cannot be read.
StreamEnd stream_transcript(const std::filesystem::path& path, const Listener& listener);

}  // namespace stunt::recorder
