// SPDX-License-Identifier: MIT
#include "world/random.h"

#define XXH_INLINE_ALL
#include <string>

#include <xxhash.h>

namespace stunt::world {
namespace {

void append_number(std::string& bytes, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(number >> shift));
}

}  // namespace

std::uint64_t Random::draw(std::initializer_list<std::string_view> key,
                           std::uint64_t ordinal) const {
  std::string bytes;
  bytes.reserve(256);
  for (const auto part : key) {
    append_number(bytes, part.size());
    bytes.append(part);
  }
  append_number(bytes, ordinal);
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed_);
}

}  // namespace stunt::world
