// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::scenarios {

/// Whether a header can be called so: a token of RFC 9110, 5.6.2.
bool is_header_name(std::string_view name);

}  // namespace stunt::scenarios
