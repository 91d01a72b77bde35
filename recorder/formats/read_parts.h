// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aws/json.h"
#include "http/message.h"
#include "recorder/transcript/fields.h"

namespace stunt::recorder {

/// Parts that the formats have in common.

/// Puts a URL, or only its path and query, into a request.
void read_url(std::string_view url, http::Request& request);

/// A status as HTTP has it. Throws BadLine for another.
int read_status(const Fields& fields, const char* name);

/// {"Content-Type": "x"} or {"Content-Type": ["x", "y"]}.
http::Headers read_header_map(const Fields& fields, const char* name);

/// Adds a header field. Throws BadLine, with `place`, where control characters would end it early.
void add_header(http::Headers& headers, const std::string& name, const std::string& value,
                const std::string& place);

/// A text that is meant to be base64, perhaps on several lines. Throws BadLine.
std::string read_base64_text(const Fields& fields, const char* name);

}  // namespace stunt::recorder
