// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace stunt {

/// The seed that whoever runs the tests wants: that of STUNT_SEED, else of --gtest_random_seed.
/// Throws std::invalid_argument if the variable is no number.
std::optional<std::uint64_t> wanted_seed();

/// How the current test is run again with this seed, as a line.
std::string again(std::uint64_t seed);

}  // namespace stunt
