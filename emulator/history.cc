// SPDX-License-Identifier: MIT
#include "emulator/history.h"

#include <algorithm>

namespace stunt::emulator {

void History::keep(bool wanted) {
  if (!wanted) *this = {};
  kept_ = wanted;
}

void History::begin(const Made& made) {
  if (!kept_) return;
  settle();
  made_ = made;
}

Secret* History::seen(const Shelf& shelf, std::string_view name, Secret* present,
                      world::Instant now, const Sight& sight) {
  if (!kept_) return present;
  settle();
  const auto& trails = names_[&shelf];
  const auto trail = trails.find(name);
  return trail == trails.end() ? present : trail->second.seen(present, now, sight);
}

Trail& History::remember(const Secret& secret) {
  auto& trails = names_[secret.shelf];
  const auto known = trails.find(secret.name);
  if (known != trails.end()) return known->second;
  return trails.try_emplace(secret.name, std::make_unique<Secret>(secret)).first->second;
}

void History::copy_changed() {
  // One call changes one secret several times; readers see it all at once.
  std::ranges::sort(changed_);
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  for (const Secret* secret : changed_) {
    remember(*secret).add(made_, std::make_unique<Secret>(*secret));
  }
  changed_.clear();
  made_.visible_after = {};  // was for these
}

void History::end(const Secret& secret) {
  std::erase(changed_, &secret);
  // Nobody may have looked since the recovery window has passed.
  const bool is_over = secret.deletion && *secret.deletion <= made_.at;
  remember(secret).add(is_over ? Made{*secret.deletion} : made_, nullptr);
  removals_.emplace_back(secret.shelf, secret.name);
  if (removals_.size() > kRemovals) forget_oldest_removal();
}

void History::forget_oldest_removal() {
  const auto [shelf, name] = std::move(removals_.front());
  removals_.pop_front();
  auto& trails = names_[shelf];
  const auto trail = trails.find(name);
  if (trail != trails.end() && trail->second.ends_without_secret()) trails.erase(trail);
}

}  // namespace stunt::emulator
