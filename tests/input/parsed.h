// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "input/document.h"

namespace stunt::test {

/// What is wrong with a text, one problem a line; empty if nothing is.
inline std::string complaints(const input::Problems& problems) {
  std::string lines;
  for (const auto& problem : problems.sorted()) {
    lines += (lines.empty() ? "" : "\n") + to_string(problem);
  }
  return lines;
}

inline std::string complaints(std::string_view text) {
  input::Problems problems("f");
  input::parse_document(text, problems);
  return complaints(problems);
}

}  // namespace stunt::test
