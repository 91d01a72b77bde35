// SPDX-License-Identifier: MIT
#include "harness/admin/snapshots.h"

#include <algorithm>
#include <utility>

namespace stunt::harness::admin {

Snapshots::Held Snapshots::add(std::string scope, world::Instant at, emulator::Stock stock) {
  const std::lock_guard lock(mutex_);
  auto id = "snapshot-" + std::to_string(++made_);
  kept_.push_back(std::make_shared<const Snapshot>(
      Snapshot{std::move(id), std::move(scope), at, std::move(stock)}));
  if (kept_.size() > kMost) kept_.pop_front();
  return kept_.back();
}

Snapshots::Held Snapshots::find(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one->id == id; });
  return found == kept_.end() ? nullptr : *found;
}

std::vector<Snapshots::Held> Snapshots::all() const {
  const std::lock_guard lock(mutex_);
  return {kept_.begin(), kept_.end()};
}

bool Snapshots::remove(std::string_view id) {
  const std::lock_guard lock(mutex_);
  return std::erase_if(kept_, [&](const auto& one) { return one->id == id; }) > 0;
}

}  // namespace stunt::harness::admin
