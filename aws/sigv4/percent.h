// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stunt::aws {

/// Every byte as %XX but letters, digits and -._~ (RFC 3986, 2.3), as SigV4 wants it.
std::string percent_encoded(std::string_view text);

/// %XX as the byte that it stands for; a percent sign without two hex digits stays.
std::string percent_decoded(std::string_view text);

}  // namespace stunt::aws
