// SPDX-License-Identifier: MIT
#include "scenarios/literal.h"

#include <limits>
#include <string>

namespace stunt::scenarios {
namespace {

using aws::Json;
using input::Kind;
using input::Value;

template <typename T>
std::optional<Json> json(const std::optional<T>& value) {
  return value ? std::optional<Json>(Json(*value)) : std::nullopt;
}

std::optional<Json> read_integer(const Value& value) {
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  if (value.written()->starts_with('-')) return json(value.integer(kLeast, 0));
  return json(value.natural(0, kMost));
}

std::optional<Json> read_list(const Value& value) {
  Json list = Json::array();
  for (const auto& item : value.items()) {
    if (auto read = read_literal(item)) list.push_back(*std::move(read));
  }
  return list;
}

std::optional<Json> read_object(const Value& value) {
  Json object = Json::object();
  if (!is_narrow_enough(value)) return std::nullopt;
  for (const auto& entry : value.entries()) {
    if (auto read = read_literal(entry.value)) {
      object[std::string(entry.name)] = *std::move(read);
    }
  }
  return object;
}

}  // namespace

bool is_narrow_enough(const Value& object) {
  if (object.entries().size() <= aws::kWidest) return true;
  object.wrong("more than " + std::to_string(aws::kWidest) + " members", "no request has so many");
  return false;
}

std::optional<Json> read_literal(const Value& value) {
  constexpr auto kMost = std::numeric_limits<double>::max();
  switch (value.kind()) {
    case Kind::boolean:
      return json(value.boolean());
    case Kind::integer:
      return read_integer(value);
    case Kind::number:
      return json(value.number(-kMost, kMost));
    case Kind::text:
      return json(value.text());
    case Kind::list:
      return read_list(value);
    case Kind::object:
      return read_object(value);
    case Kind::null:
      break;
  }
  value.wrong("nothing is written here", "write a value");
  return std::nullopt;
}

}  // namespace stunt::scenarios
