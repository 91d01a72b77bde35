// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// What a text says where it is read as percent-encoded, as escaped for JSON, up to three times,
/// and where a run of it is read as base64 (both alphabets, at every alignment) or as hex. Only
/// readings that differ from the text and have 6 bytes or more. So a secret is found also where
/// somebody encoded it.
std::vector<std::string> readings(std::string_view text);

/// The bytes of a base64 text with or without padding; nothing if it is not one.
std::optional<std::string> decode_base64(std::string_view text);

std::string encode_base64(std::string_view bytes);

}  // namespace stunt::recorder
