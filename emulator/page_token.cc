// SPDX-License-Identifier: MIT
#include "emulator/page_token.h"

#include <array>
#include <charconv>

#include "aws/base64.h"

namespace stunt::emulator {
namespace {

constexpr std::size_t kSealSize = 16;

/// 16 hexadecimal digits that go with this position in this list, and with no other.
std::string seal(std::string_view position, std::string_view query, const world::Random& random) {
  const auto bits = random.draw({"page-token", query, position}, 0);
  std::array<char, kSealSize> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bits, 16).ptr;
  std::string text(digits.data(), end);
  return std::string(kSealSize - text.size(), '0') + text;
}

/// Reads a number and the comma behind it off the front of `text`.
template <typename Number>
std::optional<Number> take_number(std::string_view& text) {
  Number number{};
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr == end || *read.ptr != ',') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()) + 1);
  return number;
}

}  // namespace

std::string page_token(const Position& position, std::string_view query,
                       const world::Random& random) {
  const auto text =
      std::to_string(position.at_us) + "," + std::to_string(position.number) + "," + position.name;
  return aws::base64(seal(text, query, random) + text);
}

std::optional<Position> read_page_token(std::string_view token, std::string_view query,
                                        const world::Random& random) {
  const auto bytes = aws::read_base64(token);
  if (!bytes || bytes->size() < kSealSize) return std::nullopt;
  auto text = std::string_view(*bytes).substr(kSealSize);
  if (seal(text, query, random) != bytes->substr(0, kSealSize)) return std::nullopt;
  const auto at_us = take_number<std::int64_t>(text);
  const auto number = take_number<std::uint64_t>(text);
  if (!at_us || !number) return std::nullopt;
  return Position{*at_us, std::string(text), *number};
}

}  // namespace stunt::emulator
