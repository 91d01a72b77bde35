// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::recorder {

/// "sha256:" and 64 hex digits: the SHA-256 of these bytes.
std::string sha256(std::string_view bytes);

}  // namespace stunt::recorder
