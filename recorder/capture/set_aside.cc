// SPDX-License-Identifier: MIT
#include "recorder/capture/set_aside.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <system_error>

namespace stunt::recorder {
namespace {

namespace fs = std::filesystem;

/// The N of STEM.NEXT; 0 if it is none of the row.
std::uint64_t number_of(std::string_view name, const std::string& stem, const std::string& ext) {
  const auto begin = stem + ".";
  if (!name.starts_with(begin) || !name.ends_with(ext) || name.size() < begin.size() + ext.size()) {
    return 0;
  }
  name = name.substr(begin.size(), name.size() - begin.size() - ext.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc() && end == name.data() + name.size() ? number : 0;
}

}  // namespace

fs::path set_aside(const fs::path& path) {
  const auto stem = path.stem().string(), ext = path.extension().string();
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  try {
    std::uint64_t highest = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
      highest = std::max(highest, number_of(entry.path().filename().string(), stem, ext));
    }
    auto aside = path.parent_path() / (stem + "." + std::to_string(highest + 1) + ext);
    fs::rename(path, aside);
    return aside;
  } catch (const fs::filesystem_error& error) {
    throw std::runtime_error("cannot set " + path.string() + " aside: " + error.code().message());
  }
}

}  // namespace stunt::recorder
