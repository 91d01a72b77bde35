// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "http/headers.h"
#include "input/fields.h"

namespace stunt::scenarios {

/// Reads the headers that a fault adds to an answer: names and values as HTTP allows them. Those
/// that frame the answer are problems: one that lies there is a broken wire.
http::Headers read_headers(const input::Value& value);

/// A list of headers that a fault takes out; not those that frame the answer.
std::vector<std::string> read_header_names(const input::Value& value);

/// One header's value.
std::optional<std::string> read_field_value(const input::Value& value);

}  // namespace stunt::scenarios
