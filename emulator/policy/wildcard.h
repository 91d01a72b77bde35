// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::emulator::policy {

/// True if the pattern says the whole text. `*` stands for any characters or none, `?` for one;
/// there is no way to say a plain star. Takes at most pattern times text many steps.
bool matches_wildcard(std::string_view pattern, std::string_view text);

/// True if `text` would stand for others as a pattern.
bool has_wildcard(std::string_view text);

}  // namespace stunt::emulator::policy
