// SPDX-License-Identifier: MIT
#include "scenarios/text_matcher.h"

#include <algorithm>

namespace stunt::scenarios {

bool TextMatcher::matches(std::optional<std::string_view> text) const {
  return matches(std::span(text ? &*text : nullptr, text ? 1 : 0), !text);
}

bool TextMatcher::matches(std::span<const std::string_view> texts, bool is_absent) const {
  const auto any = [&](auto&& meets) { return std::any_of(texts.begin(), texts.end(), meets); };
  if (is_.absent && *is_.absent != is_absent) return false;
  if (is_.equals && !any([&](auto text) { return text == *is_.equals; })) return false;
  if (is_.glob && !any([&](auto text) { return is_.glob->matches(text); })) return false;
  if (is_.regex && !any([&](auto text) { return is_.regex->matches(text); })) return false;
  return !is_.none || !is_.none->matches(texts, is_absent);
}

bool TextMatcher::is_glob() const {
  return is_.glob && !is_.equals && !is_.regex && !is_.absent && !is_.none;
}

std::optional<std::string_view> TextMatcher::literal() const {
  if (is_glob() && is_.glob->is_literal()) return is_.glob->pattern();
  if (is_.equals && !is_.glob && !is_.regex && !is_.absent && !is_.none) return *is_.equals;
  return std::nullopt;
}

TextMatcher TextMatcher::with_literals(
    const std::function<std::string(std::string_view)>& change) const {
  auto changed = is_;
  if (changed.equals) changed.equals = change(*changed.equals);
  if (changed.glob && changed.glob->is_literal()) changed.glob = Glob(change(is_.glob->pattern()));
  if (changed.none) {
    changed.none = std::make_shared<TextMatcher>(changed.none->with_literals(change));
  }
  return TextMatcher(std::move(changed));
}

aws::Json TextMatcher::to_json() const {
  return is_glob() ? aws::Json(is_.glob->pattern()) : to_object();
}

aws::Json TextMatcher::to_object() const {
  aws::Json json = aws::Json::object();
  if (is_.equals) json["equals"] = *is_.equals;
  if (is_.glob) json["glob"] = is_.glob->pattern();
  if (is_.regex) json["regex"] = is_.regex->pattern();
  if (is_.absent) json["absent"] = *is_.absent;
  if (is_.none) json["not"] = is_.none->to_json();
  return json;
}

}  // namespace stunt::scenarios
