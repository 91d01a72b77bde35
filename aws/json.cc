// SPDX-License-Identifier: MIT
#include "aws/json.h"

#include <array>

namespace stunt::aws {
namespace {

/// The parser has no limit on depth, and to add a member to an object it looks through those that
/// are there: so brackets and colons outside of strings are counted first.
bool too_deep_or_wide(std::string_view text) {
  std::array<int, kDeepest + 1> members{};  // of the object that is open at each depth
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (depth == kDeepest) return true;
      members[++depth] = 0;
    } else if (c == '}' || c == ']') {
      if (depth > 0) --depth;
    } else if (c == ':') {
      if (++members[depth] > kWidest) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text) {
  if (too_deep_or_wide(text)) return std::nullopt;
  Json document = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (document.is_discarded()) return std::nullopt;
  return document;
}

const Json* member(const Json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string_view text_member(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value && value->is_string() ? std::string_view(value->get_ref<const std::string&>())
                                     : std::string_view();
}

}  // namespace stunt::aws
