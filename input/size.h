// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "input/duration.h"

namespace stunt::input {

/// Reads "100MB", "1.5GiB", "512B": a number and one of the units B, kB, MB, GB, TB (powers of
/// 1000) and KiB, MiB, GiB, TiB (powers of 1024), of which the letters may have any case. Rounded
/// down to a byte.
tl::expected<std::uint64_t, Wrong> parse_size(std::string_view text);

/// The same in the largest unit that needs no fraction: "100MB", "1GiB", "1234B".
std::string format_size(std::uint64_t bytes);

}  // namespace stunt::input
