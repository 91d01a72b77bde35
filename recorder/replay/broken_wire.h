// SPDX-License-Identifier: MIT
#pragma once

#include "http/exchange.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// What a recorded exchange has for an answer: what was sent, or what the engine said where nothing
/// was. Null if neither is known.
const ExchangeLine::Reply* answer_of(const ExchangeLine& line);

/// How an answer of `body_size` bytes goes out, so that the client meets what it met when this was
/// recorded: an answer that was cut off ends after as many bytes of its body, by the same RST, FIN
/// or silence. What a transcript does not tell stays as usual: pieces, their times, wrong lengths.
http::Wire wire_of(const ExchangeLine& line, std::size_t body_size);

}  // namespace stunt::recorder
