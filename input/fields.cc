// SPDX-License-Identifier: MIT
#include "input/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "input/did_you_mean.h"
#include "input/duration.h"
#include "input/quote.h"

namespace stunt::input {
namespace {

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string shown(const Node& node) {
  switch (node.scalar.kind) {
    case Kind::null:
      return "nothing is written here";
    case Kind::list:
      return "this is a list";
    case Kind::object:
      return "this is an object";
    case Kind::text:
      return "this is the text " + quote(node.text);
    default:
      return "this is " + node.text;
  }
}

std::string range(std::string_view noun, const std::string& min, const std::string& max) {
  return std::string(noun) + " from " + min + " to " + max;
}

std::string plain(double number) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.begin(), text.end(), number).ptr;
  return {text.begin(), end};
}

}  // namespace

std::string escape_token(std::string_view name) {
  std::string token;
  for (const char c : name) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

void Value::wrong(Position at, std::string message, std::string hint) const {
  problems_->add(at, pointer_, std::move(message), std::move(hint));
}

void Value::wrong(std::string message, std::string hint) const {
  wrong(node_->at, std::move(message), std::move(hint));
}

Value Value::child(const Node& node, std::string_view token) const {
  return Value(node, pointer_ + "/" + escape_token(token), *problems_);
}

bool Value::expect(bool holds, std::string_view what, std::string hint) const {
  if (!holds) wrong("expected " + std::string(what) + ", but " + shown(*node_), std::move(hint));
  return holds;
}

std::optional<Value> Value::find(std::string_view name) const {
  for (const auto& member : node_->members) {
    if (member.name == name) return child(*member.value, name);
  }
  return std::nullopt;
}

std::optional<std::string_view> Value::text() const {
  const bool is_word = kind() == Kind::boolean || kind() == Kind::integer || kind() == Kind::number;
  const auto hint = is_word ? "write \"" + node_->text + "\"" : std::string();
  if (!expect(kind() == Kind::text, "text", hint)) return std::nullopt;
  return node_->text;
}

std::optional<std::string_view> Value::written() const {
  const bool is_scalar = kind() != Kind::null && kind() != Kind::list && kind() != Kind::object;
  if (!expect(is_scalar, "one value")) return std::nullopt;
  return node_->text;
}

std::optional<bool> Value::boolean() const {
  if (!expect(kind() == Kind::boolean, "true or false")) return std::nullopt;
  return node_->scalar.boolean;
}

/// 3.0 is an integer too, as it is to JSON Schema.
bool Value::expect_integer(std::string_view range) const {
  const auto number = node_->scalar.number;
  const bool whole =
      kind() == Kind::number && std::abs(number) < 0x1.0p53 && number == std::trunc(number);
  return expect(kind() == Kind::integer || whole, range);
}

std::optional<std::int64_t> Value::integer(std::int64_t min, std::int64_t max) const {
  const auto expected = range("an integer", std::to_string(min), std::to_string(max));
  if (!expect_integer(expected)) return std::nullopt;
  const auto number = node_->scalar.number;
  // The bounds of priorities and the like are small; a double holds them.
  const bool inside = number >= static_cast<double>(min) && number <= static_cast<double>(max);
  if (!expect(inside, expected)) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<std::uint64_t> Value::natural(std::uint64_t min, std::uint64_t max) const {
  const auto expected = range("an integer", std::to_string(min), std::to_string(max));
  if (!expect_integer(expected)) return std::nullopt;
  const auto& scalar = node_->scalar;
  const bool negative = scalar.number < 0;
  const auto value = kind() == Kind::integer ? scalar.magnitude
                     : negative              ? 0
                                             : static_cast<std::uint64_t>(scalar.number);
  if (!expect(!negative && value >= min && value <= max, expected)) return std::nullopt;
  return value;
}

std::optional<double> Value::number(double min, double max) const {
  const auto expected = range("a number", plain(min), plain(max));
  const auto number = node_->scalar.number;
  const bool is_number = kind() == Kind::integer || kind() == Kind::number;
  if (!expect(is_number && number >= min && number <= max, expected)) return std::nullopt;
  return number;
}

std::optional<std::chrono::microseconds> Value::duration(std::chrono::microseconds max) const {
  const bool is_number = kind() == Kind::integer || kind() == Kind::number;
  if (is_number && node_->scalar.number == 0) return std::chrono::microseconds(0);
  if (!expect(is_number || kind() == Kind::text, "a duration", "write one such as 250ms or 1.5s")) {
    return std::nullopt;
  }
  const auto read = parse_duration(node_->text);
  if (!read) {
    wrong(read.error().message, read.error().hint);
    return std::nullopt;
  }
  if (*read > max) {
    wrong(quote(node_->text) + " is too long", "at most " + format_duration(max));
    return std::nullopt;
  }
  return *read;
}

std::optional<std::size_t> Value::choice(const Vocabulary& names) const {
  const auto word = text();
  if (!word) return std::nullopt;
  const auto found = std::find(names.known.begin(), names.known.end(), *word);
  if (found != names.known.end()) return static_cast<std::size_t>(found - names.known.begin());
  if (contains(names.later, *word)) {
    wrong(quote(*word) + " is not supported by this version",
          "it supports: " + list_of(names.known));
  } else {
    wrong("unknown value " + quote(*word), suggest(*word, names.known));
  }
  return std::nullopt;
}

std::vector<Value> Value::items() const {
  std::vector<Value> values;
  if (!expect(kind() == Kind::list, "a list")) return values;
  values.reserve(node_->items.size());
  for (std::size_t i = 0; i < node_->items.size(); ++i) {
    values.push_back(child(*node_->items[i], std::to_string(i)));
  }
  return values;
}

std::vector<Entry> Value::entries() const {
  std::vector<Entry> entries;
  if (!expect(kind() == Kind::object, "an object")) return entries;
  entries.reserve(node_->members.size());
  for (const auto& member : node_->members) {
    entries.push_back({member.name, member.at, child(*member.value, member.name)});
  }
  return entries;
}

std::optional<Object> Value::object(const Vocabulary& names) const {
  if (!expect(kind() == Kind::object, "an object")) return std::nullopt;
  for (const auto& [name, at, value] : node_->members) {
    if (contains(names.known, name) || problems_->full()) continue;
    const auto member = child(*value, name);
    if (contains(names.later, name)) {
      member.wrong(at, quote(name) + " is not supported by this version",
                   "here it supports: " + list_of(names.known));
    } else {
      member.wrong(at, "unknown member " + quote(name), suggest(name, names.known));
    }
  }
  return Object(*this);
}

std::optional<Value> Object::require(std::string_view name) const {
  auto found = find(name);
  if (!found) value_.wrong("member " + quote(name) + " is missing", "add it");
  return found;
}

}  // namespace stunt::input
