// SPDX-License-Identifier: MIT
#include "emulator/trail.h"

#include <algorithm>
#include <utility>

namespace stunt::emulator {
namespace {

bool is_visible(const Made& made, world::Instant now, world::Duration lag) {
  // A change from the future: the machine's clock was put back, and nobody should have to wait.
  if (lag == world::Duration(0) && now < made.at) return true;
  return now - made.at - lag >= made.visible_after;
}

bool has_value(const Secret& secret) {
  return std::ranges::any_of(secret.versions,
                             [](const Version& version) { return version.value.has_value(); });
}

/// True if a version has its value in `after` and not in `before`.
bool stored_a_version(const Secret& before, const Secret& after) {
  // Both are in the order of the versions' numbers.
  auto old = before.versions.begin();
  for (const Version& version : after.versions) {
    if (!version.value) continue;
    while (old != before.versions.end() && old->number < version.number) ++old;
    const bool known = old != before.versions.end() && old->number == version.number;
    if (!known || !old->value) return true;
  }
  return false;
}

}  // namespace

void Trail::add(const Made& made, State state) {
  states_.push_back({made, std::move(state)});
  if (states_.size() > kChanges + 1) states_.pop_front();
}

Secret* Trail::seen(Secret* present, world::Instant now, const Sight& sight) const {
  auto shown = newest_visible(now, sight.lag);
  if (sight.versions_back > 0) shown = before_versions(shown, sight.versions_back);
  return shown == states_.size() - 1 ? present : states_[shown].secret.get();
}

std::size_t Trail::newest_visible(world::Instant now, world::Duration lag) const {
  auto shown = states_.size() - 1;
  while (shown > 0 && !is_visible(states_[shown].made, now, lag)) --shown;
  return shown;
}

std::size_t Trail::before_versions(std::size_t from, unsigned count) const {
  if (!states_[from].secret) return from;
  auto shown = from;
  while (count > 0 && shown > 0) {
    const State& before = states_[shown - 1].secret;
    if (!before || !has_value(*before)) break;
    if (stored_a_version(*before, *states_[shown].secret)) --count;
    --shown;
  }
  return shown;
}

}  // namespace stunt::emulator
