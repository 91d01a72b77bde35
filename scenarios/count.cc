// SPDX-License-Identifier: MIT
#include "scenarios/count.h"

#include <array>

namespace stunt::scenarios {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"eq", "atLeast", "atMost"};

std::optional<Count> exactly(const input::Value& value) {
  const auto number = value.natural(0, Count::kMost);
  if (!number) return std::nullopt;
  return Count{*number, *number};
}

}  // namespace

std::string to_string(const Count& count) {
  if (!count.at_most) return "at least " + std::to_string(count.at_least);
  if (count.at_least == *count.at_most) return std::to_string(count.at_least);
  if (count.at_least == 0) return "at most " + std::to_string(*count.at_most);
  return std::to_string(count.at_least) + " to " + std::to_string(*count.at_most);
}

std::optional<Count> read_count(const input::Value& value) {
  if (value.kind() != input::Kind::object) return exactly(value);
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  const auto eq = object->find("eq"), at_least = object->find("atLeast"),
             at_most = object->find("atMost");
  if (!eq && !at_least && !at_most) {
    value.wrong("no count", "write a number, or { atLeast: 1 }, { atMost: 3 } or both");
    return std::nullopt;
  }
  if (eq && (at_least || at_most)) {
    eq->wrong("'eq' says it all", "leave 'atLeast' and 'atMost' out");
    return std::nullopt;
  }
  if (eq) return exactly(*eq);
  Count count{0, std::nullopt};
  if (at_least) count.at_least = at_least->natural(0, Count::kMost).value_or(0);
  if (at_most) count.at_most = at_most->natural(0, Count::kMost);
  if (count.at_most && count.at_least > *count.at_most) {
    at_most->wrong("no number is at least " + std::to_string(count.at_least) + " and at most " +
                       std::to_string(*count.at_most),
                   "swap them");
    return std::nullopt;
  }
  return count;
}

aws::Json to_json(const Count& count) {
  if (count.at_most && count.at_least == *count.at_most) return count.at_least;
  aws::Json json = aws::Json::object();
  if (count.at_least > 0 || !count.at_most) json["atLeast"] = count.at_least;
  if (count.at_most) json["atMost"] = *count.at_most;
  return json;
}

}  // namespace stunt::scenarios
