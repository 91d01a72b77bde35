// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <stdlib.h>

namespace stunt::test {

/// A folder of a test's own, gone at its end.
class Folder {
 public:
  Folder() {
    auto path = testing::TempDir() + "/state-test-XXXXXX";
    if (!::mkdtemp(path.data())) throw std::runtime_error("no folder");
    path_ = path;
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  std::filesystem::path operator/(const char* name) const { return path_ / name; }

  std::filesystem::path write(const char* name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace stunt::test
