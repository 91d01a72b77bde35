// SPDX-License-Identifier: MIT
#include "scenarios/nth.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "input/quote.h"

namespace stunt::scenarios {
namespace {

constexpr auto kForever = std::numeric_limits<std::uint64_t>::max();

constexpr const char* kExpected =
    "write a number, a list of numbers, {first: 3}, {every: 3, offset: 1} or {from: 2, to: 4}";

std::optional<Nth> read_list(const input::Value& value) {
  Nth nth;
  const auto items = value.items();
  if (items.empty()) value.wrong("the list is empty", "list numbers from 1");
  for (const auto& item : items) {
    if (const auto number = item.natural(1, Nth::kMost)) nth.listed.push_back(*number);
  }
  if (nth.listed.empty()) return std::nullopt;
  std::sort(nth.listed.begin(), nth.listed.end());
  nth.listed.erase(std::unique(nth.listed.begin(), nth.listed.end()), nth.listed.end());
  return nth;
}

std::optional<Nth> read_first(const input::Object& object) {
  const auto count = object.find("first")->natural(1, Nth::kMost);
  if (!count) return std::nullopt;
  return Nth{.to = *count};
}

std::optional<Nth> read_every(const input::Object& object) {
  const auto every = object.find("every")->natural(1, Nth::kMost);
  if (!every) return std::nullopt;
  std::uint64_t offset = 0;
  if (const auto value = object.find("offset")) {
    const auto given = value->natural(0, *every - 1);
    if (!given) return std::nullopt;
    offset = *given;
  }
  return Nth{.from = offset == 0 ? *every : offset, .step = *every};
}

std::optional<Nth> read_range(const input::Object& object) {
  const auto first = object.find("from")->natural(1, Nth::kMost);
  if (!first) return std::nullopt;
  const auto to = object.find("to");
  if (!to) return Nth{.from = *first};
  const auto last = to->natural(*first, Nth::kMost);
  if (!last) return std::nullopt;
  return Nth{.from = *first, .to = *last};
}

/// Each form has members of its own; the one that must be there says which form is meant.
std::optional<Nth> read_form(const input::Value& value, std::string_view name) {
  static constexpr std::array<std::string_view, 1> kFirst = {"first"};
  static constexpr std::array<std::string_view, 2> kEvery = {"every", "offset"};
  static constexpr std::array<std::string_view, 2> kRange = {"from", "to"};
  struct Form {
    std::span<const std::string_view> names;
    std::optional<Nth> (*read)(const input::Object&);
  };
  static constexpr std::array kForms = {Form{kFirst, read_first}, Form{kEvery, read_every},
                                        Form{kRange, read_range}};
  for (const auto& form : kForms) {
    if (value.find(form.names.front())) return form.read(*value.object({form.names}));
  }
  value.wrong("unknown form of " + input::quote(name), kExpected);
  return std::nullopt;
}

}  // namespace

bool Nth::includes(std::uint64_t arrival) const {
  if (!listed.empty()) return std::binary_search(listed.begin(), listed.end(), arrival);
  return arrival >= from && arrival <= to && (arrival - from) % step == 0;
}

std::optional<Nth> read_nth(const input::Value& value, std::string_view name) {
  if (value.kind() == input::Kind::list) return read_list(value);
  if (value.kind() == input::Kind::object) return read_form(value, name);
  if (value.kind() != input::Kind::integer && value.kind() != input::Kind::number) {
    value.wrong(input::quote(name) + " is no number, list or object", kExpected);
    return std::nullopt;
  }
  const auto number = value.natural(1, Nth::kMost);
  if (!number) return std::nullopt;
  return Nth{.listed = {*number}};
}

aws::Json to_json(const Nth& nth) {
  if (nth.listed.size() == 1) return nth.listed.front();
  if (!nth.listed.empty()) return nth.listed;
  if (nth.step > 1) return {{"every", nth.step}, {"offset", nth.from % nth.step}};
  if (nth.from == 1 && nth.to != kForever) return {{"first", nth.to}};
  aws::Json range = {{"from", nth.from}};
  if (nth.to != kForever) range["to"] = nth.to;
  return range;
}

}  // namespace stunt::scenarios
