// SPDX-License-Identifier: MIT
#include "verdict/finding.h"

#include <array>

namespace stunt::verdict {

std::string_view to_string(Status status) {
  constexpr std::array<std::string_view, 4> kNames = {"pass", "fail", "inconclusive", "error"};
  return kNames[static_cast<std::size_t>(status)];
}

int exit_code(Status status) {
  constexpr std::array<int, 4> kCodes = {0, 1, 3, 2};
  return kCodes[static_cast<std::size_t>(status)];
}

}  // namespace stunt::verdict
