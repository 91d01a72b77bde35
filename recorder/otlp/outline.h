// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/exchange.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// As much of an exchange as its span tells. It needs no redaction: of what the client sent there
/// is nothing in it but the name of a known operation, the number of the try, and its trace.
ExchangeLine outline(const aws::Exchange& exchange, const std::string& scope);

}  // namespace stunt::recorder
