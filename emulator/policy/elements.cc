// SPDX-License-Identifier: MIT
#include "emulator/policy/elements.h"

#include <algorithm>
#include <set>

namespace stunt::emulator::policy {
namespace {

using aws::Json;
using Texts = std::vector<std::string>;

std::optional<std::string> scalar(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean() || value.is_number()) return value.dump();
  return std::nullopt;
}

}  // namespace

bool repeats_a_member(std::string_view text) {
  std::vector<std::set<std::string>> open;
  bool repeats = false;
  const auto note = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key) {
      repeats = !open.back().insert(parsed.get<std::string>()).second || repeats;
    }
    return true;
  };
  return Json::parse(text, note, /*allow_exceptions=*/false).is_discarded() || repeats;
}

const Json* element(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

bool is_object_of(const Json& value, std::initializer_list<std::string_view> known) {
  if (!value.is_object()) return false;
  return std::ranges::all_of(value.items(), [&](const auto& item) {
    return std::ranges::find(known, item.key()) != known.end();
  });
}

bool is_text_or_absent(const Json& object, std::string_view name) {
  const auto* value = element(object, name);
  return !value || value->is_string();
}

std::optional<Texts> scalars(const Json& value) {
  if (!value.is_array()) {
    auto one = scalar(value);
    return one ? std::optional(Texts{std::move(*one)}) : std::nullopt;
  }
  Texts all;
  for (const auto& item : value) {
    auto one = scalar(item);
    if (!one) return std::nullopt;
    all.push_back(std::move(*one));
  }
  return all.empty() ? std::nullopt : std::optional(std::move(all));
}

std::optional<Texts> texts(const Json& value) {
  const bool are_texts =
      value.is_array()
          ? std::ranges::all_of(value, [](const Json& item) { return item.is_string(); })
          : value.is_string();
  return are_texts ? scalars(value) : std::nullopt;
}

std::optional<Either> either(const Json& statement, std::string_view name,
                             std::string_view excepting) {
  const auto* plain = element(statement, name);
  const auto* except = element(statement, excepting);
  if (!plain == !except) return std::nullopt;
  return Either{plain ? plain : except, except != nullptr};
}

}  // namespace stunt::emulator::policy
