// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace stunt::input {

/// Why a text is not what it should be, and what would be.
struct Wrong {
  std::string message;
  std::string hint;
};

/// Reads "250ms", "1.5s", "8d": a number and one of the units us, ms, s, m, h, d; also "0". Exact
/// to a microsecond, rounded to the nearest.
tl::expected<std::chrono::microseconds, Wrong> parse_duration(std::string_view text);

/// The same in the largest unit that needs no fraction: "1500ms", "8d", "0".
std::string format_duration(std::chrono::microseconds duration);

}  // namespace stunt::input
