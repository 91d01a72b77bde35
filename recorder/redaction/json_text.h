// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace stunt::recorder {

/// A piece of a JSON text. Put together again, the pieces are the text.
struct JsonPiece {
  enum class Role {
    name,   ///< a member's, with its quotes
    leaf,   ///< a string with its quotes, a number, true or false
    frame,  ///< everything else: brackets, commas, blanks, null
  };
  Role role;
  std::string_view text;
};

/// Splits an object's or array's JSON text, so that its leaves can be replaced and its blanks
/// stay. Empty if `text` is anything else, or more than aws::parse_json() reads.
std::vector<JsonPiece> split_json(std::string_view text);

}  // namespace stunt::recorder
