// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "recorder/exchange_line.h"
#include "recorder/header.h"

namespace stunt::recorder {

/// A transcript's lines as JSON, members in the order of docs/transcript-format.md.
aws::Json to_json(const Header& header);
aws::Json to_json(const ExchangeLine& line);
aws::Json to_json(const Footer& footer);

}  // namespace stunt::recorder
