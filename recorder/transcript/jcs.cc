// SPDX-License-Identifier: MIT
#include "recorder/transcript/jcs.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "recorder/transcript/json_writer.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr double kLargestExact = 9007199254740992.0;  // 2^53

void append(const Json& value, std::string& text) {
  if (value.is_object()) {
    std::vector<const Json::object_t::value_type*> members;
    for (const auto& member : value.get_ref<const Json::object_t&>()) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(),
                     [](const auto* a, const auto* b) { return a->first < b->first; });
    text.push_back('{');
    for (const auto* member : members) {
      if (member != members.front()) text.push_back(',');
      append_json_string(member->first, text);
      text.push_back(':');
      append(member->second, text);
    }
    text.push_back('}');
  } else if (value.is_array()) {
    text.push_back('[');
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) text.push_back(',');
      append(value[i], text);
    }
    text.push_back(']');
  } else if (value.is_string()) {
    append_json_string(value.get_ref<const std::string&>(), text);
  } else if (value.is_number_float()) {
    text.append(plain_json(json_number(value.get<double>())));
  } else {
    text.append(plain_json(value));
  }
}

}  // namespace

std::string canonical_json(const Json& value) {
  std::string text;
  append(value, text);
  return text;
}

std::string plain_json(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_number(double number) {
  if (std::trunc(number) == number && std::abs(number) < kLargestExact) {
    return static_cast<std::int64_t>(number);
  }
  return number;
}

}  // namespace stunt::recorder
