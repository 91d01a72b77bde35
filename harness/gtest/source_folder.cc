// SPDX-License-Identifier: MIT
#include "harness/gtest/source_folder.h"

namespace stunt {

std::filesystem::path folder_of(const std::filesystem::path& source) {
  if (source.is_absolute()) return source.parent_path();
  std::error_code error;
  for (auto base : {std::filesystem::current_path(error),
                    std::filesystem::read_symlink("/proc/self/exe", error).parent_path()}) {
    for (;; base = base.parent_path()) {
      if (std::filesystem::exists(base / source, error)) {
        return (base / source).lexically_normal().parent_path();
      }
      if (base == base.parent_path()) break;
    }
  }
  return source.parent_path();
}

}  // namespace stunt
