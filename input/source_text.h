// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "input/place.h"
#include "input/problem.h"

namespace stunt::input {

/// The bytes of a file; nothing, and a problem, if it cannot be read or is larger than kMostBytes.
std::optional<std::string> read_text(const std::filesystem::path& path, Problems& problems);

/// A text that is known to be readable: UTF-8 without control characters, of a bearable size. Finds
/// the positions in it that people see.
class SourceText {
 public:
  /// Nothing, and a problem, if `text` is not readable. A byte order mark is dropped.
  static std::optional<SourceText> check(std::string_view text, Problems& problems,
                                         std::size_t most_bytes = kMostBytes);

  const std::string& text() const { return text_; }

  /// The position of a byte; the end of the text for anything behind it.
  Position position(std::size_t offset) const;

  /// The position of the last character in [from, to) that is neither blank nor in a comment; that
  /// of `from` if there is none.
  Position last_content(std::size_t from, std::size_t to) const;

  /// The bytes of a line, which counts from 1, without its end; empty behind the last one.
  std::string_view line(int number) const;

 private:
  explicit SourceText(std::string_view text);
  std::size_t characters_before(std::size_t offset) const;

  std::string text_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> characters_;  ///< before each block, so that long lines cost nothing
};

}  // namespace stunt::input
