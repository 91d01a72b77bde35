// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace stunt::aws {

/// The 32 bytes of a SHA-256.
using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view bytes);

/// RFC 2104 with SHA-256.
Digest hmac_sha256(std::string_view key, std::string_view bytes);

/// The bytes as they are, in the digest's memory.
std::string_view view(const Digest& digest);

/// 64 digits in lower case.
std::string hex(const Digest& digest);

}  // namespace stunt::aws
