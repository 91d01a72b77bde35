// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::emulator {

/// True if a secret may be called that: letters, digits and -/_+=.@! (which only services may use,
/// but nobody checks). Length is a constraint of the service model.
bool is_valid_name(std::string_view name);

}  // namespace stunt::emulator
