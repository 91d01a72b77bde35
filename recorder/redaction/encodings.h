// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// What is asked of a reading. True: that was it.
using ReadingTest = std::function<bool(std::string_view reading)>;

/// Asks of everything that a text says where it is read as percent-encoded, as escaped for JSON, up
/// to three times, and where a run of it is read as base64 (both alphabets, at every alignment) or
/// as hex, until one passes; false if none does. Only readings that differ from the text and have 6
/// bytes or more. So a secret is found also where somebody encoded it.
bool any_reading(std::string_view text, const ReadingTest& test);

/// The bytes of a base64 text with or without padding; nothing if it is not one.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace stunt::recorder
