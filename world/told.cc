// SPDX-License-Identifier: MIT
#include "world/told.h"

#include <array>
#include <cstdio>

namespace stunt::world {

std::string told(Duration duration) {
  const double ms = static_cast<double>(duration.count()) / 1000;
  std::array<char, 48> text;
  if (ms < 10) {
    std::snprintf(text.data(), text.size(), "%.1f ms", ms);
  } else if (ms < 1000) {
    std::snprintf(text.data(), text.size(), "%.0f ms", ms);
  } else {
    std::snprintf(text.data(), text.size(), "%.2f s", ms / 1000);
  }
  return text.data();
}

std::string clock_time(Duration since) {
  const auto ms = since.count() / 1000;
  std::array<char, 48> text;
  std::snprintf(text.data(), text.size(), "%lld:%02lld.%03lld", static_cast<long long>(ms / 60000),
                static_cast<long long>(ms / 1000 % 60), static_cast<long long>(ms % 1000));
  return text.data();
}

}  // namespace stunt::world
