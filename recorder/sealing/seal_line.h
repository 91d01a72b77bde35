// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "recorder/redaction/pseudonyms.h"
#include "recorder/sealing/seal_key.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// Gives each pseudonym of a redacted line its value along, sealed. Those that `pseudonyms` does
/// not know, because they were written by somebody else, stay as they are.
void seal_line(ExchangeLine& line, const Pseudonyms& pseudonyms, const SealKey& key,
               const std::string& file);

}  // namespace stunt::recorder
