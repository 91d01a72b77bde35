// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "recorder/transcript/exchange_line.h"
#include "world/clock.h"

namespace stunt::recorder {

/// How long nothing happened before an exchange. The gap of a retry is what its client waited: from
/// the end of the answer before it to its arrival. Any other is counted from the arrival before,
/// and so is a retry that comes more than 10,000 other calls later.
class Gaps {
 public:
  /// The gap before `line`; lines come in the order of arrival. Nothing for the first.
  std::optional<world::Duration> next(const ExchangeLine& line);

 private:
  std::optional<world::Duration> last_arrival_;
  std::unordered_map<std::string, world::Duration> last_end_;  ///< by the SDK's invocation id
  std::deque<std::string> known_;                              ///< those ids, the oldest first
};

}  // namespace stunt::recorder
