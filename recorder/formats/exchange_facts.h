// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// The first header of that name, which is in lower case; empty if there is none.
std::string_view header_of(const HeaderList& headers, std::string_view name);

/// "seq 4"
std::string place_of(const ExchangeLine& exchange);

/// True if something in the text was redacted: a pseudonym, or a value that was left out.
bool is_redacted(std::string_view text);

}  // namespace stunt::recorder
