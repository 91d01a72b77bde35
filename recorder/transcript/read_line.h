// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/fields.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// What the JSON of a line says. Members that nobody knows are ignored. Throws BadLine.
Header read_header(const aws::Json& json);
ExchangeLine read_exchange(const aws::Json& json);
Footer read_footer(const aws::Json& json);

}  // namespace stunt::recorder
