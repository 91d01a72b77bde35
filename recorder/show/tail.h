// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "http/descriptor.h"

namespace stunt::recorder {

/// Reads a file while others write it, and whatever takes its place: a file that is not there yet
/// may come, one that is truncated begins anew, one that is set aside is read to its end before the
/// next of the same name.
class Tail {
 public:
  struct Piece {
    std::string_view bytes{};  ///< valid until the next call; empty: nothing is new
    bool is_first = false;     ///< of a file, or of one that begins anew
  };

  explicit Tail(std::filesystem::path path) : path_(std::move(path)) {}

  /// What is new, without waiting. Throws std::runtime_error if it cannot be read.
  Piece next();

 private:
  std::string_view read();
  bool begins_anew();

  const std::filesystem::path path_;
  http::Descriptor file_;
  std::uint64_t offset_ = 0;
  std::array<char, 64 * 1024> buffer_;
};

}  // namespace stunt::recorder
