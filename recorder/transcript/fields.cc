// SPDX-License-Identifier: MIT
#include "recorder/transcript/fields.h"

#include <utility>

#include "world/calendar.h"

namespace stunt::recorder {

using aws::Json;

Fields::Fields(const Json& value, std::string pointer)
    : object_(&value), pointer_(std::move(pointer)) {
  if (!value.is_object())
    throw BadLine((pointer_.empty() ? "the line" : pointer_) + " is no object");
}

void Fields::refuse(const char* name, const std::string& expected) const {
  throw BadLine(pointer(name) + " is not " + expected);
}

std::string Fields::text(const char* name) const {
  const auto* value = member(name);
  if (!value) return {};
  if (!value->is_string()) refuse(name, "a string");
  return value->get<std::string>();
}

std::string Fields::required_text(const char* name) const {
  auto value = text(name);
  if (value.empty()) refuse(name, "a string with something in it");
  return value;
}

std::uint64_t Fields::count(const char* name) const {
  const auto* value = member(name);
  if (!value) return 0;
  if (!value->is_number_unsigned()) refuse(name, "a whole number from 0 up");
  return value->get<std::uint64_t>();
}

world::Duration Fields::duration(const char* name) const {
  const auto* value = member(name);
  if (!value) return world::Duration(0);
  // Far below what 64 bits hold, so that sums of a few are never too large.
  constexpr std::int64_t kMost = std::int64_t{1} << 58;
  const bool whole = value->is_number_integer() &&
                     !(value->is_number_unsigned() && value->get<std::uint64_t>() > kMost);
  if (!whole || value->get<std::int64_t>() < -kMost) refuse(name, "a number of microseconds");
  return world::Duration(value->get<std::int64_t>());
}

double Fields::number(const char* name, double otherwise) const {
  const auto* value = member(name);
  if (!value) return otherwise;
  if (!value->is_number()) refuse(name, "a number");
  return value->get<double>();
}

std::optional<bool> Fields::boolean(const char* name) const {
  const auto* value = member(name);
  if (!value) return std::nullopt;
  if (!value->is_boolean()) refuse(name, "true or false");
  return value->get<bool>();
}

world::Instant Fields::instant(const char* name) const {
  const auto at = world::parse_rfc3339(required_text(name));
  if (!at) refuse(name, "a time like 2026-11-24T02:30:00.000Z");
  return *at;
}

Fields Fields::object(const char* name) const {
  static const Json kNone = Json::object();
  const auto* value = member(name);
  return {value ? *value : kNone, pointer(name)};
}

const Json& Fields::list(const char* name) const {
  static const Json kNone = Json::array();
  const auto* value = member(name);
  if (!value) return kNone;
  if (!value->is_array()) refuse(name, "a list");
  return *value;
}

}  // namespace stunt::recorder
