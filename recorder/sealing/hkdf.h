// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// HKDF with SHA-256 (RFC 5869): `size` bytes for one use, which `info` names, of key material that
/// may be anything as long as it is hard to guess.
std::string hkdf_sha256(std::string_view material, std::string_view salt, std::string_view info,
                        std::size_t size);

}  // namespace stunt::recorder
