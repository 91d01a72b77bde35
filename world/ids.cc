// SPDX-License-Identifier: MIT
#include "world/ids.h"

#include <cassert>

namespace stunt::world {

std::string uuid(std::uint64_t high, std::uint64_t low) {
  high = (high & ~0xF000ULL) | 0x4000ULL;
  low = (low & ~(0b11ULL << 62)) | (0b10ULL << 62);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text(36, '-');
  int at = 0;
  for (int nibble = 0; nibble < 32; ++nibble) {
    if (at == 8 || at == 13 || at == 18 || at == 23) ++at;
    const std::uint64_t half = nibble < 16 ? high : low;
    text[at++] = kHex[(half >> (60 - 4 * (nibble % 16))) & 0xF];
  }
  return text;
}

std::string alphanumeric(std::uint64_t bits, int size) {
  assert(size <= 10);
  static constexpr char kLetters[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string text;
  for (int i = 0; i < size; ++i) {
    text.push_back(kLetters[bits % 62]);
    bits /= 62;
  }
  return text;
}

}  // namespace stunt::world
