// SPDX-License-Identifier: MIT
#include "scenarios/script/read_scope.h"

#include <algorithm>
#include <array>

#include "input/quote.h"
#include "scenarios/script/scope_parts.h"

namespace stunt::scenarios {
namespace {

bool is_plain(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           others.find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string read_scope_name(const input::Value& value) {
  const auto text = value.text();
  if (!text) return {};
  if (text->empty() || text->size() > 64 || !is_plain(*text, "._-") || *text == "." ||
      *text == "..") {
    value.wrong(input::quote(*text) + " is not the name of a scope",
                "use 1 to 64 letters, digits, '.', '_' and '-'");
    return {};
  }
  if (*text == "default") {
    value.wrong("'default' is the world of everybody else",
                "choose another name, or leave 'scope' out");
    return {};
  }
  return std::string(*text);
}

std::vector<std::string> read_scope_keys(const input::Value& value) {
  std::vector<std::string> keys;
  for (const auto& item : value.items()) {
    const auto text = item.text();
    if (!text) continue;
    if (text->empty() || text->size() > 128 || !is_plain(*text, "_-.")) {
      item.wrong(input::quote(*text) + " is not an access key id",
                 "use 1 to 128 letters, digits, '.', '_' and '-'");
    } else if (std::find(keys.begin(), keys.end(), *text) != keys.end()) {
      item.wrong("the access key id " + input::quote(*text) + " stands here twice", "remove one");
    } else {
      keys.emplace_back(*text);
    }
  }
  if (keys.empty() && value.kind() == input::Kind::list && value.items().empty()) {
    value.wrong("the list is empty", "leave it out: /s/NAME leads here too");
  }
  return keys;
}

std::optional<ScopeName> read_scope(const input::Value& value, const std::string& file) {
  static constexpr std::array<std::string_view, 2> kNames = {"name", "accessKeyIds"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  ScopeName scope;
  scope.at = {file, value.at().line, value.at().column};
  if (const auto name = object->require("name")) scope.name = read_scope_name(*name);
  if (const auto keys = object->find("accessKeyIds")) scope.access_key_ids = read_scope_keys(*keys);
  return scope;
}

}  // namespace stunt::scenarios
