// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"

namespace stunt::recorder {

/// A transcript's lines as JSON, members in the order of docs/transcript-format.md, without LF.
std::string to_line(const Header& header);
std::string to_line(const ExchangeLine& line);
std::string to_line(const Footer& footer);

/// Of an exchange only what was asked and answered, and nothing of when, in which order, over which
/// connection or by which try: the text that a Digest is made of.
std::string lasting_text(const ExchangeLine& line);

}  // namespace stunt::recorder
