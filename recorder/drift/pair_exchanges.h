// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "aws/service_model.h"
#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// Two exchanges that belong together, by index; without one of them it is missing or extra.
struct ExchangePair {
  std::optional<std::size_t> recorded, other;
  bool moved = false;  ///< stands in another place than the exchanges around it
};

/// Pairs those with one canonical key in their order; what is left, with one operation and one
/// secret in theirs. The pairs come in the order of `recorded`, extra ones where they stand.
std::vector<ExchangePair> pair_exchanges(const std::vector<ExchangeLine>& recorded,
                                         const std::vector<ExchangeLine>& other,
                                         const aws::ServiceModel& service);

}  // namespace stunt::recorder
