// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

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

}  // namespace stunt::emulator
