// SPDX-License-Identifier: MIT
#include "emulator/changes.h"

#include "emulator/shelf.h"

namespace stunt::emulator {

void Changes::changed(const Secret& secret) {
  // One call tells of one secret several times in a row.
  if (changed_.empty() || changed_.back() != &secret) changed_.push_back(&secret);
}

void Changes::removed(const Secret& secret) {
  std::erase(changed_, &secret);
  removed_.push_back({secret.shelf->place(), secret.number});
}

void Changes::clear() {
  changed_.clear();
  removed_.clear();
}

}  // namespace stunt::emulator
