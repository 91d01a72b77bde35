// SPDX-License-Identifier: MIT
#include "state/batch.h"

#include <iterator>

namespace stunt::state {

void Batch::append(Batch later) {
  places.merge(later.places);
  for (auto& [key, row] : later.rows) {
    auto& mine = rows[key];
    if (!row.document) {
      mine = std::move(row);
      continue;
    }
    mine.document = std::move(row.document);
    mine.fewer |= row.fewer;
    mine.added.insert(mine.added.end(), std::make_move_iterator(row.added.begin()),
                      std::make_move_iterator(row.added.end()));
  }
}

}  // namespace stunt::state
