// SPDX-License-Identifier: MIT
#include "harness/embedded/read.h"

namespace stunt::embedded {

std::invalid_argument wrong(std::string_view who, const std::vector<input::Problem>& problems) {
  std::string text;
  for (const auto& problem : problems) {
    text += (text.empty() ? "" : "\n") + std::string(who) + ": ";
    if (!problem.pointer.empty()) text += problem.pointer + ": ";
    text += problem.message;
    if (!problem.hint.empty()) text += "; " + problem.hint;
  }
  return std::invalid_argument(text);
}

}  // namespace stunt::embedded
