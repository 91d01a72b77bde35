// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "http/descriptor.h"

namespace stunt::recorder {

/// A transcript's file while it is written. What append() has written is with the kernel, so that
/// a killed process loses none of it.
class TranscriptFile {
 public:
  /// Makes the file, empty. Throws std::runtime_error that names the path and the reason: it cannot
  /// be written, or it has something in it and `overwrite` does not allow to lose that.
  static TranscriptFile make(std::filesystem::path path, bool overwrite);

  /// Goes on with a file behind its first `size` bytes. What stands there goes with the first
  /// append(), so a file that nothing is added to stays as it is.
  static TranscriptFile behind(std::filesystem::path path, std::uint64_t size);

  const std::filesystem::path& path() const { return path_; }

  /// What it holds, but for what goes with the first append().
  std::uint64_t size() const { return size_; }

  bool is_regular() const { return regular_; }

  /// Whether the path still leads here: nobody has moved or replaced the file.
  bool is_in_place() const;

  struct Written {
    std::size_t bytes = 0;    ///< so many of them, before anything went wrong
    std::error_code error{};  ///< what went wrong
  };
  Written append(std::string_view bytes);

 private:
  TranscriptFile(std::filesystem::path path, int flags);

  std::filesystem::path path_;
  http::Descriptor file_;
  bool regular_ = false;
  bool cut_ = true;  ///< nothing stands behind size_
  std::uint64_t size_ = 0;
};

}  // namespace stunt::recorder
