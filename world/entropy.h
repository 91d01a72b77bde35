// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace stunt::world {

/// `size` bytes that nobody can foresee, from the operating system: for keys and nothing else. What
/// a run shows to its clients comes from Random, so that it can be repeated. Throws
/// std::system_error if there are none to be had.
std::string entropy(std::size_t size);

}  // namespace stunt::world
