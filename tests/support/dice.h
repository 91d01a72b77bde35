// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "world/random.h"

namespace stunt::test {

/// As many throws as one needs, all decided by (seed, stream).
class Dice {
 public:
  Dice(std::uint64_t seed, std::uint64_t stream) : random_(seed), next_(stream << 32) {}

  std::uint64_t throw_one() { return random_.draw({"dice"}, next_++); }
  std::size_t below(std::size_t limit) { return throw_one() % limit; }
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool percent(std::size_t chance) { return below(100) < chance; }

  template <typename Items>
  const auto& one_of(const Items& items) {
    return items[below(std::size(items))];
  }

  std::string noise(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size) {
      for (auto word = throw_one(); word != 0; word >>= 8) bytes.push_back(static_cast<char>(word));
    }
    bytes.resize(size);
    return bytes;
  }

 private:
  world::Random random_;
  std::uint64_t next_;
};

}  // namespace stunt::test
