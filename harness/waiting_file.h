// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace stunt::harness {

/// A file that is written beside its place, as FILE.part, until it is known whether it is wanted.
/// If nobody says so, it goes.
class WaitingFile {
 public:
  /// `copy`: it begins as a copy of what is in its place. Throws std::runtime_error if that cannot
  /// be made.
  WaitingFile(std::filesystem::path place, bool copy);
  ~WaitingFile();

  WaitingFile(const WaitingFile&) = delete;
  WaitingFile& operator=(const WaitingFile&) = delete;

  /// Where it is written.
  const std::filesystem::path& part() const { return part_; }
  const std::filesystem::path& place() const { return place_; }

  /// Puts it in its place, in one step. Throws std::runtime_error if that fails.
  void keep();

 private:
  const std::filesystem::path place_;
  const std::filesystem::path part_;
};

}  // namespace stunt::harness
