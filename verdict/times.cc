// SPDX-License-Identifier: MIT
#include "verdict/times.h"

#include <array>
#include <cstdio>

namespace stunt::verdict {

std::string told(world::Duration duration) {
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

}  // namespace stunt::verdict
