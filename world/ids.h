// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace stunt::world {

/// A version 4 UUID in lower case with these 122 bits (6 of the 128 are fixed by RFC 9562).
std::string uuid(std::uint64_t high, std::uint64_t low);

/// `size` (at most 10) letters and digits, mixed case, spelled from `bits`.
std::string alphanumeric(std::uint64_t bits, int size);

}  // namespace stunt::world
