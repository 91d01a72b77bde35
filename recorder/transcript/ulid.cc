// SPDX-License-Identifier: MIT
#include "recorder/transcript/ulid.h"

namespace stunt::recorder {
namespace {

/// The lowest 5 * `digits` bits in Crockford's base 32.
std::string base32(std::uint64_t bits, int digits) {
  static constexpr char kDigits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string text(static_cast<std::size_t>(digits), '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, bits >>= 5) {
    *digit = kDigits[bits & 31];
  }
  return text;
}

}  // namespace

std::string exchange_id(world::Instant at, const world::Random& random, std::uint64_t seq) {
  const auto ms = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
  constexpr std::uint64_t k48Bits = (std::uint64_t{1} << 48) - 1;
  return base32(static_cast<std::uint64_t>(ms) & k48Bits, 10) +
         base32(random.draw({"default", "exchange-id", "high"}, seq), 8) +
         base32(random.draw({"default", "exchange-id", "low"}, seq), 8);
}

}  // namespace stunt::recorder
