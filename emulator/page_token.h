// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "world/random.h"

namespace stunt::emulator {

/// Where a secret stands in a sorted list. One of the first two is what the list is sorted by, the
/// number tells apart what is equal there. Stays what it is when other secrets come or go.
struct Position {
  std::int64_t at_us = 0;
  std::string name{};
  std::uint64_t number = 0;

  bool operator==(const Position&) const = default;
  bool operator<(const Position& other) const {
    return std::tie(at_us, name, number) < std::tie(other.at_us, other.name, other.number);
  }
};

/// A NextToken: the list goes on behind `position`. Opaque to the client. `query` says which list
/// it is (whose secrets, which filters, which order); a token is good for that list only, and only
/// for the seed that made it.
std::string page_token(const Position& position, std::string_view query,
                       const world::Random& random);

/// The position that a token says; nothing if it was mangled or is for another list.
std::optional<Position> read_page_token(std::string_view token, std::string_view query,
                                        const world::Random& random);

}  // namespace stunt::emulator
