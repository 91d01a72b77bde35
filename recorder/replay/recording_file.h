// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "http/descriptor.h"

namespace stunt::recorder {

/// What was found in a file is not there any more. what() quotes nothing of it.
class RecordingLost : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A transcript that is answered from. One of up to kMostInMemory bytes, and one that comes through
/// a pipe, is kept in memory: whatever becomes of the file does not matter then. Of a longer one
/// the file stays open, and bytes are read when they are asked for. Thread-safe.
class RecordingFile {
 public:
  static constexpr std::uint64_t kMostInMemory = std::uint64_t{16} << 20;

  /// Throws std::runtime_error if it cannot be read.
  explicit RecordingFile(const std::filesystem::path& path,
                         std::uint64_t most_in_memory = kMostInMemory);

  const std::string& name() const { return name_; }

  /// When it was opened.
  std::uint64_t size() const { return size_; }

  bool is_in_memory() const { return !file_; }
  /// All of it; empty if it is not in memory.
  const std::string& text() const { return text_; }

  /// Without its LF.
  std::string first_line() const;

  /// Throws RecordingLost if there are not as many bytes any more.
  std::string read(std::uint64_t offset, std::size_t length) const;

 private:
  const std::string name_;
  http::Descriptor file_;
  std::uint64_t size_ = 0;
  std::string text_;
};

}  // namespace stunt::recorder
