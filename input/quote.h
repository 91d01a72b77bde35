// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::input {

/// 'text' for a message: control characters escaped, cut after 80 bytes, always one line of valid
/// UTF-8 if `text` is.
std::string quote(std::string_view text);

}  // namespace stunt::input
