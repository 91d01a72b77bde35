// SPDX-License-Identifier: MIT
#include "aws/json_of.h"

#include <cstdint>
#include <limits>

namespace stunt::aws {
namespace {

using input::Kind;

Json number_of(const input::Value& value) {
  constexpr auto kMost = std::numeric_limits<double>::max();
  const auto about = value.number(-kMost, kMost);
  if (!about) return nullptr;
  if (value.kind() == Kind::number || *about < -9e18) return *about;
  if (*about >= 0) return *value.natural(0, std::numeric_limits<std::uint64_t>::max());
  return *value.integer(std::numeric_limits<std::int64_t>::min(), 0);
}

Json list_of(const input::Value& value) {
  auto list = Json::array();
  for (const auto& item : value.items()) list.push_back(json_of(item));
  return list;
}

Json object_of(const input::Value& value) {
  auto object = Json::object();
  for (const auto& [name, at, member] : value.entries()) {
    object[std::string(name)] = json_of(member);
  }
  return object;
}

}  // namespace

Json json_of(const input::Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return *value.boolean();
    case Kind::text:
      return *value.text();
    case Kind::list:
      return list_of(value);
    case Kind::object:
      return object_of(value);
    default:
      return number_of(value);
  }
}

}  // namespace stunt::aws
