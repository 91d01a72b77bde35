// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "recorder/exchange_line.h"
#include "recorder/fields.h"
#include "recorder/header.h"

namespace stunt::recorder {

/// What the JSON of a line says. Members that nobody knows are ignored. Throws BadLine.
Header read_header(const aws::Json& json);
ExchangeLine read_exchange(const aws::Json& json);
Footer read_footer(const aws::Json& json);

}  // namespace stunt::recorder
