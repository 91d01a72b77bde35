// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::http {

// What HTTP's grammar lets a field be (RFC 9110, section 5).

bool is_token_char(char c);

/// A token: methods and the names of fields are.
bool is_token(std::string_view text);

/// The value of a field: visible characters, blanks, and bytes above ASCII (obs-text).
bool is_field_value(std::string_view text);

}  // namespace stunt::http
