// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "recorder/transcript/pieces.h"
#include "recorder/transcript/stream.h"

namespace stunt::recorder {

/// What must be known of a whole file before it can be merged with others.
struct SourceFacts {
  Header header{};
  std::string header_line{};
  std::vector<std::uint64_t> seqs{};  ///< sorted
  std::set<std::string> scopes{};
  std::uint64_t highest_pseudonym = 0;
};

/// Reads the file once. Throws as stream_transcript() does.
SourceFacts survey(const std::filesystem::path& path);

/// Hands out the exchanges of a file one by one, in the order of arrival. Throws as
/// stream_transcript() does.
class Source {
 public:
  explicit Source(const std::filesystem::path& path);

  /// The next, or null behind the last one.
  ExchangeLine* front();
  void pop() { ready_.pop_front(); }

  /// When front() has been null.
  const StreamEnd& end() const { return end_; }

 private:
  std::deque<ExchangeLine> ready_{};
  Pieces pieces_;
  TranscriptStream stream_;
  bool ended_ = false;
  StreamEnd end_{};
};

}  // namespace stunt::recorder
