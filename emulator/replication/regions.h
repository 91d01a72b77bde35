// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::emulator {

/// True if a secret in the Region `from` can have a replica in `to`: another Region that there is,
/// in the same partition. Any `from` will do, also one that AWS does not have.
bool can_replicate(std::string_view from, std::string_view to);

}  // namespace stunt::emulator
