// SPDX-License-Identifier: MIT
#include "scenarios/body_pattern.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace stunt::scenarios {
namespace {

/// The item that a token of a pointer names: digits without a leading zero (RFC 6901, 4).
const aws::Json* item(const aws::Json& list, std::string_view token) {
  std::size_t index = 0;
  const auto end = token.data() + token.size();
  const auto read = std::from_chars(token.data(), end, index);
  const bool is_index =
      read.ec == std::errc() && read.ptr == end && (token == "0" || token.front() != '0');
  return is_index && index < list.size() ? &list[index] : nullptr;
}

}  // namespace

bool matches(const TextMatcher& matcher, const aws::Json* value) {
  if (!value || value->is_null()) return matcher.matches(std::nullopt);
  if (value->is_string()) return matcher.matches(value->get_ref<const std::string&>());
  return matcher.matches(value->dump());
}

BodyPattern::BodyPattern(std::vector<Member> members) : members_(std::move(members)) {}
BodyPattern::BodyPattern(TextMatcher text) : text_(std::move(text)) {}
BodyPattern::BodyPattern(aws::Json literal) : literal_(std::move(literal)) {}

bool BodyPattern::matches(const aws::Json* value) const {
  if (text_) return scenarios::matches(*text_, value);
  if (!value) return false;
  if (literal_) return *value == *literal_;
  return value->is_object() &&
         std::all_of(members_.begin(), members_.end(), [&](const Member& member) {
           return member.value.matches(aws::member(*value, member.name));
         });
}

std::vector<std::string> BodyPattern::differing(const aws::Json* value) const {
  std::vector<std::string> names;
  for (const auto& [name, wanted] : members_) {
    if (!wanted.matches(value ? aws::member(*value, name) : nullptr)) names.push_back(name);
  }
  return names;
}

aws::Json BodyPattern::to_json() const {
  if (text_) return text_->to_object();
  if (literal_) return *literal_;
  aws::Json json = aws::Json::object();
  for (const auto& [name, value] : members_) json[name] = value.to_json();
  return json;
}

bool PointerPattern::matches(const aws::Json& body) const {
  const aws::Json* value = &body;
  for (const auto& token : tokens) {
    value = value->is_array() ? item(*value, token) : aws::member(*value, token);
    if (!value) break;
  }
  return scenarios::matches(text, value);
}

std::optional<std::vector<std::string>> split_pointer(std::string_view pointer) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < pointer.size(); ++at) {
    const char c = pointer[at];
    if (c == '/') {
      tokens.emplace_back();
    } else if (tokens.empty()) {
      return std::nullopt;
    } else if (c != '~') {
      tokens.back() += c;
    } else {
      const char escaped = ++at < pointer.size() ? pointer[at] : '\0';
      if (escaped != '0' && escaped != '1') return std::nullopt;
      tokens.back() += escaped == '0' ? '~' : '/';
    }
  }
  return tokens;
}

}  // namespace stunt::scenarios
