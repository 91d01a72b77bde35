// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "aws/json.h"
#include "recorder/drift/counterparts.h"

namespace stunt::recorder {

/// Which items of two lists belong together, by index.
struct ItemPairs {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  ///< in the order of the recorded list
  std::vector<std::size_t> missing, extra;  ///< recorded, and live, without a partner
  bool reordered = false;                   ///< some stand in another order
};

/// Pairs items with equal names, ids or values; what is left of plain values and of versions in
/// order, since it can be renamed. Items that have nothing of the kind are paired by position.
ItemPairs pair_items(const aws::Json& recorded, const aws::Json& live,
                     const Counterparts& counterparts);

/// The same for the names of two maps: pairs of names. A version has another id in each session:
/// what is left of those is paired with one that has an equal value, or else in order.
struct NamePairs {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::vector<std::string> missing, extra;
};

NamePairs pair_names(const aws::Json& recorded, const aws::Json& live,
                     const Counterparts& counterparts);

}  // namespace stunt::recorder
