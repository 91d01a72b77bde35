// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <fstream>
#include <istream>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// A file's bytes, piece by piece.
class Pieces {
 public:
  /// Throws std::runtime_error that names the file and says why it cannot be read; so does next().
  explicit Pieces(const std::filesystem::path& path);

  /// The same of a stream, which is called `name` in messages.
  Pieces(std::istream& in, std::string name) : name_(std::move(name)), in_(in) {}

  /// Valid until the next call; empty at the end.
  std::string_view next();

 private:
  const std::string name_;
  std::ifstream file_{};
  std::istream& in_;
  std::array<char, 64 * 1024> piece_;
};

}  // namespace stunt::recorder
