// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::emulator {

/// What a rotation function is called for. A whole rotation is all four in this order.
enum class RotationStep { create_secret, set_secret, test_secret, finish_secret };

/// "createSecret", as the function is told.
std::string_view to_string(RotationStep step);

}  // namespace stunt::emulator
