// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stunt::recorder {

/// What a replay has to know of an exchange's line before it answers with it. Views into the line,
/// as they stand there; texts without their quotes.
struct LineScan {
  std::string_view kind;
  std::uint64_t seq = 0;
  std::string_view operation;  ///< empty: null
  std::string_view secret_id, access_key_id, region, canonical;
  std::string_view request;  ///< JSON
  std::string_view outcome;
  bool has_answer = false;  ///< `res` or `real` is there and not null
};

/// Reads a line without making a tree of it, ten times as fast as a JSON parser. Nothing if the
/// line is not as a recorder writes it: escapes in one of these texts, no object, no end; and
/// nothing for a call of another service. What it passes over is not checked.
std::optional<LineScan> scan_line(std::string_view line);

/// The JSON text of the member "json" in an object's JSON text; empty if there is none.
std::string_view scan_body(std::string_view object);

}  // namespace stunt::recorder
