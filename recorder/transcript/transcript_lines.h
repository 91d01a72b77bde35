// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// Reads a transcript line by line and remembers nothing of an exchange. Throws BadTranscript, and
/// what the functions that it calls throw as BadLine becomes one.
class TranscriptLines {
 public:
  struct Told {
    std::function<void(Header header)> header;
    std::function<void(ExchangeLine exchange, std::size_t line)> exchange;
    std::function<void(const aws::Json& json, std::size_t line)> line{};  ///< each, also unread
  };

  /// `name` stands for the file in messages.
  TranscriptLines(std::string name, Told told) : name_(std::move(name)), told_(std::move(told)) {}

  /// The next line, without its LF.
  void line(std::string_view line);

  /// Lines so far.
  std::size_t count() const { return number_; }
  const std::optional<Footer>& footer() const { return footer_; }

  /// After the last line: throws if there was none.
  void end();

 private:
  [[noreturn]] void refuse(const std::string& what) const;
  [[noreturn]] void refuse_json(std::string_view line) const;
  void take(const aws::Json& json);

  const std::string name_;
  const Told told_;
  std::size_t number_ = 0;
  std::optional<Footer> footer_;
};

/// What to say of a last line without LF that has this number, of a footer that counts dropped
/// exchanges, of one that counts otherwise, and of a file without one.
std::string cut_line_note(std::size_t line);
std::string dropped_note(std::uint64_t dropped);
std::string wrong_count_note(std::uint64_t footer, std::uint64_t file);
constexpr const char* kNoFooterNote = "the recording ended early: the file has no footer";

}  // namespace stunt::recorder
