// SPDX-License-Identifier: MIT
#include "emulator/order.h"

namespace stunt::emulator {
namespace {

std::int64_t microseconds(const std::optional<world::Instant>& at) {
  return at ? at->time_since_epoch().count() : 0;
}

std::int64_t time(const Secret& secret, SortBy by) {
  switch (by) {
    case SortBy::name:
      return 0;
    case SortBy::created:
      return microseconds(secret.created);
    case SortBy::changed:
      return microseconds(secret.changed);
    case SortBy::accessed:
      return microseconds(secret.accessed);
    case SortBy::deletion:
      return microseconds(secret.deletion);
  }
  return 0;
}

}  // namespace

Position position(const Secret& secret, SortBy by) {
  return {time(secret, by), by == SortBy::name ? secret.name : std::string(), secret.number};
}

Between names_with(std::string_view prefix) {
  if (prefix.empty()) return {};
  // No name has a character behind "z", and no secret the number 0.
  return {Position{.name = std::string(prefix)}, Position{.name = std::string(prefix) + '\x7F'}};
}

Order::Entry Order::entry(const Secret& secret) const {
  return {time(secret, by_), secret.number, &secret};
}

Order::Part Order::part(const Between& between) const {
  const auto& [low, high] = between;
  const auto first = low ? entries_.upper_bound(*low) : entries_.begin();
  if (low && high && !(*low < *high)) return {first, first};
  return {first, high ? entries_.lower_bound(*high) : entries_.end()};
}

}  // namespace stunt::emulator
