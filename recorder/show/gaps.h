// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "recorder/transcript/exchange_line.h"
#include "world/clock.h"

namespace stunt::recorder {

/// How long nothing happened before an exchange. The gap of a retry is what its client waited: from
/// the end of the answer before it to its arrival. Any other is counted from the arrival before.
class Gaps {
 public:
  /// The gap before `line`; lines come in the order of arrival. Nothing for the first.
  std::optional<world::Duration> next(const ExchangeLine& line);

 private:
  std::optional<world::Duration> last_arrival_;
  std::unordered_map<std::string, world::Duration> last_end_;  ///< by the SDK's invocation id
};

}  // namespace stunt::recorder
