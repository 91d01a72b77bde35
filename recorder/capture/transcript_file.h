// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "http/descriptor.h"

namespace stunt::recorder {

/// A transcript's file while it is written. What append() has written is with the kernel, so that
/// a killed process loses none of it.
class TranscriptFile {
 public:
  /// Creates the file. Throws std::runtime_error that names the path and the reason: it cannot be
  /// written, or it has something in it and `overwrite` does not allow to lose that.
  TranscriptFile(std::filesystem::path path, bool overwrite);

  const std::filesystem::path& path() const { return path_; }

  struct Written {
    std::size_t bytes = 0;    ///< so many of them, before anything went wrong
    std::error_code error{};  ///< what went wrong
  };
  Written append(std::string_view bytes);

 private:
  std::filesystem::path path_;
  http::Descriptor file_;
};

}  // namespace stunt::recorder
