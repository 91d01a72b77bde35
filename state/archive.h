// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "aws/json.h"
#include "emulator/boxed.h"
#include "world/calendar.h"

namespace stunt::state {

using aws::Json;

/// Structs as JSON, written and read by one list of their members:
///
///     template <typename Io>
///     void members(Io& io, Of<Tag> auto& tag) {
///       auto& [key, value] = tag;  // one more member, and this does not compile
///       io("key", key);
///       io("value", value);
///     }
///
/// A member may be a text, a number, a bool, an enum, a time, such a struct, or an optional, a
/// box or a vector of these. What is empty, false or nothing is left out.
template <typename T, typename U>
concept Of = std::is_same_v<std::remove_const_t<T>, U>;

/// "2026-01-01T00:00:00.000000Z": no microsecond is lost, and world::parse_rfc3339() reads it.
std::string exact_time(world::Instant at);
world::Instant read_time(const Json& json);

namespace archive {

template <typename T>
constexpr bool is_optional = false;
template <typename T>
constexpr bool is_optional<std::optional<T>> = true;
template <typename T>
constexpr bool is_boxed = false;
template <typename T>
constexpr bool is_boxed<emulator::Boxed<T>> = true;
template <typename T>
constexpr bool is_vector = false;
template <typename T>
constexpr bool is_vector<std::vector<T>> = true;

}  // namespace archive

template <typename T>
Json to_json(const T& value);
template <typename T>
void from_json(const Json& json, T& value);

class Writer {
 public:
  template <typename T>
  void operator()(const char* name, const T& member) {
    if constexpr (std::is_same_v<T, std::string> || archive::is_vector<T>) {
      if (member.empty()) return;
    } else if constexpr (std::is_same_v<T, bool>) {
      if (!member) return;
    }
    auto value = to_json(member);
    const bool has_nothing = value.is_null() || (value.is_object() && value.empty());
    if (!has_nothing) json[name] = std::move(value);
  }

  Json json = Json::object();
};

/// Throws what nlohmann's JSON throws of a member that is of another type.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  template <typename T>
  void operator()(const char* name, T& member) {
    if (const auto* value = aws::member(json_, name)) from_json(*value, member);
  }

 private:
  const Json& json_;
};

template <typename T>
Json to_json(const T& value) {
  if constexpr (archive::is_optional<T> || archive::is_boxed<T>) {
    return value ? to_json(*value) : Json();
  } else if constexpr (archive::is_vector<T>) {
    auto list = Json::array();
    for (const auto& item : value) list.push_back(to_json(item));
    return list;
  } else if constexpr (std::is_same_v<T, world::Instant>) {
    return exact_time(value);
  } else if constexpr (std::is_enum_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    return value;
  } else {
    Writer writer;
    members(writer, value);
    return std::move(writer.json);
  }
}

template <typename T>
void from_json(const Json& json, T& value) {
  if constexpr (archive::is_optional<T>) {
    from_json(json, value.emplace());
  } else if constexpr (archive::is_boxed<T>) {
    value = {{}};
    from_json(json, *value);
  } else if constexpr (archive::is_vector<T>) {
    for (const auto& item : json) from_json(item, value.emplace_back());
  } else if constexpr (std::is_same_v<T, world::Instant>) {
    value = read_time(json);
  } else if constexpr (std::is_enum_v<T>) {
    value = static_cast<T>(json.get<std::int64_t>());
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    value = json.get<T>();
  } else {
    if (!json.is_object()) throw std::runtime_error("an object is missing");
    Reader reader(json);
    members(reader, value);
  }
}

}  // namespace stunt::state
