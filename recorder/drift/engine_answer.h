// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// Why nobody can tell from a transcript what the service itself answered.
enum class NoEngineAnswer {
  kept_away,  ///< a fault answered, and the service was never asked
  faulted,    ///< a fault had a hand in the answer
  lost,       ///< no answer was sent, nor is one known
};

/// "a fault kept it from the service" and so on.
std::string_view to_string(NoEngineAnswer why);

/// What the service itself answered in a recorded exchange, whatever a client saw of it.
struct EngineAnswer {
  const ExchangeLine::Reply* reply = nullptr;  ///< points into the line; null: `why` says why
  NoEngineAnswer why = NoEngineAnswer::lost;
};

EngineAnswer engine_answer(const ExchangeLine& line);

}  // namespace stunt::recorder
