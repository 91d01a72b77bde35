// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace stunt::input {

/// Where something stands in a text: both count from 1, columns count characters (not bytes).
struct Position {
  int line = 0;
  int column = 0;

  bool operator==(const Position&) const = default;
};

/// Where something stands among files. Line 0: the file as a whole.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

/// "file.yaml:12:9", or "file.yaml" for the whole file.
std::string to_string(const Place& place);

}  // namespace stunt::input
