// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>

namespace stunt::harness {

/// Where a command writes what it makes: a file, or stdout. A file appears as a whole with close(),
/// or not at all.
class OutputFile {
 public:
  /// An empty path is stdout. Throws std::runtime_error that names the path and the reason: it
  /// cannot be written, or it has something in it and `overwrite` does not allow to lose that.
  OutputFile(std::filesystem::path path, bool overwrite);
  ~OutputFile();

  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream();

  /// Throws std::runtime_error if not all could be written.
  void close();

 private:
  const std::filesystem::path path_;
  std::filesystem::path part_;  ///< what is written until it is whole; empty if there is none
  std::ofstream file_;
};

}  // namespace stunt::harness
