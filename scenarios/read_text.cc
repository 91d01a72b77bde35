// SPDX-License-Identifier: MIT
#include "scenarios/read_text.h"

#include <memory>
#include <span>

#include "input/did_you_mean.h"

namespace stunt::scenarios {
namespace {

using input::Kind;
using input::Value;

bool is_short_enough(const Value& value, std::string_view pattern, std::size_t longest,
                     const std::string& all) {
  if (pattern.empty()) {
    value.wrong("the pattern is empty", "write " + all + " for all, or leave it out");
  } else if (pattern.size() > longest) {
    value.wrong("the pattern is longer than " + std::to_string(longest) + " bytes",
                "no name is that long");
  }
  return !pattern.empty() && pattern.size() <= longest;
}

std::optional<Regex> read_regex(const Value& value) {
  const auto pattern = value.text();
  if (!pattern || !is_short_enough(value, *pattern, Regex::kLongest, ".*")) return std::nullopt;
  auto regex = Regex::compile(std::string(*pattern));
  if (regex) return *std::move(regex);
  value.wrong("this is no regular expression: " + regex.error(),
              "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax");
  return std::nullopt;
}

std::optional<TextMatcher> read_conditions(const Value& value, Presence presence) {
  const std::span<const std::string_view> all = kTextConditions;
  const auto names = presence == Presence::maybe ? all : all.first(all.size() - 1);
  const auto object = value.object({names});
  if (!object) return std::nullopt;
  TextMatcher::Conditions is;
  if (const auto equals = object->find("equals")) {
    if (const auto text = equals->text()) is.equals = *text;
  }
  if (const auto glob = object->find("glob")) is.glob = read_glob(*glob);
  if (const auto regex = object->find("regex")) is.regex = read_regex(*regex);
  if (const auto none = object->find("not")) {
    if (auto inner = read_text(*none, presence)) {
      is.none = std::make_shared<TextMatcher>(*std::move(inner));
    }
  }
  if (presence == Presence::maybe) {
    if (const auto absent = object->find("absent")) is.absent = absent->boolean();
  }
  const auto given = value.entries().size();
  if (given == 0) value.wrong("no condition", "add one: " + input::list_of(names));
  if (is.absent == true && given > 1) {
    value.wrong("what is absent meets no other condition", "remove 'absent', or all else");
  }
  return TextMatcher(std::move(is));
}

}  // namespace

std::optional<Glob> read_glob(const Value& value) {
  const auto pattern = value.text();
  if (!pattern || !is_short_enough(value, *pattern, Glob::kLongest, "*")) return std::nullopt;
  if (count_wildcards(*pattern) > Glob::kMostWildcards) {
    value.wrong("the pattern has more than " + std::to_string(Glob::kMostWildcards) + " wildcards",
                "use fewer");
    return std::nullopt;
  }
  return Glob(std::string(*pattern));
}

std::optional<TextMatcher> read_text(const Value& value, Presence presence) {
  if (value.kind() == Kind::object) return read_conditions(value, presence);
  if (auto glob = read_glob(value)) return TextMatcher(*std::move(glob));
  return std::nullopt;
}

}  // namespace stunt::scenarios
