// SPDX-License-Identifier: MIT
#include "recorder/replay/bindings.h"

#include <cassert>

namespace stunt::recorder {
namespace {

using Map = std::unordered_map<std::uint64_t, std::uint64_t>;

/// True unless one of the maps has another partner for `from`.
bool agrees(const Map& bound, const Map& pairs, std::uint64_t from, std::uint64_t to) {
  for (const auto* map : {&bound, &pairs}) {
    const auto found = map->find(from);
    if (found != map->end() && found->second != to) return false;
  }
  return true;
}

std::optional<std::uint64_t> partner(const Map& bound, std::uint64_t of) {
  const auto found = bound.find(of);
  return found == bound.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<std::size_t> Bindings::clash(std::span<const Pseudonym> recorded,
                                           std::span<const Pseudonym> live) const {
  assert(recorded.size() == live.size());
  Map to_live, to_recorded;
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    const auto there = recorded[i].number, here = live[i].number;
    if (!agrees(to_live_, to_live, there, here) ||
        !agrees(to_recorded_, to_recorded, here, there)) {
      return i;
    }
    to_live.emplace(there, here);
    to_recorded.emplace(here, there);
  }
  return std::nullopt;
}

void Bindings::bind(std::span<const Pseudonym> recorded, std::span<const Pseudonym> live) {
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    to_live_.emplace(recorded[i].number, live[i].number);
    to_recorded_.emplace(live[i].number, recorded[i].number);
  }
}

std::optional<std::uint64_t> Bindings::live(std::uint64_t recorded) const {
  return partner(to_live_, recorded);
}

std::optional<std::uint64_t> Bindings::recorded(std::uint64_t live) const {
  return partner(to_recorded_, live);
}

}  // namespace stunt::recorder
