// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace stunt::world {

/// Chance as a function, not as a stream: what comes out depends on the seed and on what is being
/// decided (its key and its ordinal), never on what was decided before or by which thread. That is
/// why a run with 32 threads repeats. Immutable, thread-safe.
///
/// The hash is XXH3-64 over the length-prefixed parts of the key. It is not for anything that
/// protects something: keys, nonces and tokens with that duty come from the operating system.
class Random {
 public:
  explicit Random(std::uint64_t seed) : seed_(seed) {}

  std::uint64_t seed() const { return seed_; }

  /// 64 evenly spread bits for the decision named by `key` and `ordinal`. Parts are told apart:
  /// {"a", "bc"} and {"ab", "c"} differ.
  std::uint64_t draw(std::initializer_list<std::string_view> key, std::uint64_t ordinal) const;

  /// A drawn number as u in [0, 1), 53 bits of it.
  static double unit(std::uint64_t drawn) { return static_cast<double>(drawn >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t seed_;
};

}  // namespace stunt::world
