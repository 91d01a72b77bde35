// SPDX-License-Identifier: MIT
#include "emulator/password.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "emulator/errors.h"
#include "world/random.h"

namespace stunt::emulator {
namespace {

/// The characters that may occur, by type.
using Types = std::vector<std::string>;

/// Some of the types, as bits.
using Set = std::uint32_t;

Types included_types(const PasswordRules& rules) {
  Types types;
  const auto add = [&](bool is_included, std::string_view characters) {
    if (!is_included) return;
    auto& type = types.emplace_back(characters);
    std::erase_if(type, [&](char c) { return rules.excluded.find(c) != std::string::npos; });
  };
  add(rules.lowercase, "abcdefghijklmnopqrstuvwxyz");
  add(rules.uppercase, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  add(rules.numbers, "0123456789");
  add(rules.punctuation, R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)");
  add(rules.space, " ");
  return types;
}

std::size_t count_characters(const Types& types, Set set) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (set >> i & 1) count += types[i].size();
  }
  return count;
}

/// How probable it is that `length` characters, drawn from all types alike, have one of each of
/// the wanted types: what remains when those that miss some are taken away (inclusion and
/// exclusion).
double chance_of_each(const Types& types, Set wanted, std::size_t length) {
  if (static_cast<std::size_t>(std::popcount(wanted)) > length) return 0;
  const auto all = static_cast<double>(count_characters(types, ~Set{0}));
  double chance = 0;
  for (Set missed = wanted;; missed = (missed - 1) & wanted) {
    const double rest = 1 - static_cast<double>(count_characters(types, missed)) / all;
    const double misses = std::pow(rest, static_cast<double>(length));
    chance += std::popcount(missed) % 2 == 0 ? misses : -misses;
    if (missed == 0) return chance;
  }
}

/// A number below `count`, all equally probable: bits that would favour the lower ones are thrown
/// away.
std::size_t below(std::size_t count, const Bits& bits) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  const auto end = kMost - kMost % count;
  auto drawn = bits();
  while (drawn >= end) drawn = bits();
  return drawn % count;
}

/// The type of the next character, as probable as there are passwords that go on so: `length`
/// characters are to come, this one included, with one of each of the wanted types.
std::size_t next_type(const Types& types, Set wanted, std::size_t length, const Bits& bits) {
  std::vector<double> weights;
  double sum = 0;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const Set later = wanted & ~(Set{1} << i);
    weights.push_back(static_cast<double>(types[i].size()) *
                      chance_of_each(types, later, length - 1));
    sum += weights.back();
  }
  double at = world::Random::unit(bits()) * sum;
  std::size_t last = 0;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    if (at < weights[i]) break;
    at -= weights[i];
  }
  return last;
}

}  // namespace

tl::expected<std::string, aws::Error> random_password(const PasswordRules& rules,
                                                      const Bits& bits) {
  auto types = included_types(rules);
  if (count_characters(types, ~Set{0}) == 0) return tl::unexpected(errors::no_password_character());
  if (!rules.require_each_type) std::erase(types, "");
  if (std::ranges::find(types, "") != types.end()) {
    return tl::unexpected(errors::password_type_excluded());
  }
  if (rules.require_each_type && rules.length < types.size()) {
    return tl::unexpected(errors::password_too_short());
  }

  Set wanted = rules.require_each_type ? (Set{1} << types.size()) - 1 : 0;
  std::string password;
  for (auto length = rules.length; length > 0; --length) {
    const auto type = next_type(types, wanted, length, bits);
    password += types[type][below(types[type].size(), bits)];
    wanted &= ~(Set{1} << type);
  }
  return password;
}

}  // namespace stunt::emulator
