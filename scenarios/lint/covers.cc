// SPDX-License-Identifier: MIT
#include "scenarios/lint/covers.h"

#include <algorithm>
#include <string_view>

namespace stunt::scenarios::lint {
namespace {

bool is_any(const TextMatcher& text) {
  return text.is_glob() && text.conditions().glob->pattern() == "*";
}

/// `prod/*` for `prod/db-*`.
bool covers_prefix(std::string_view wide, std::string_view narrow) {
  if (!wide.ends_with('*')) return false;
  const auto head = wide.substr(0, wide.size() - 1);
  return head.find_first_of("*?") == head.npos && narrow.starts_with(head);
}

bool covers(const TextMatcher& wide, const TextMatcher& narrow) {
  const auto& is = wide.conditions();
  if (wide.is_glob() && narrow.conditions().glob) {
    const auto& pattern = narrow.conditions().glob->pattern();
    if (is.glob->pattern() == pattern || covers_prefix(is.glob->pattern(), pattern)) return true;
  } else if (wide.to_json() == narrow.to_json()) {
    return true;
  }
  const auto only = narrow.literal();
  return only && !is.none && !is.absent && wide.matches(only);
}

bool covers_operations(const Match& wide, const Match& narrow) {
  const auto covered = [&](const TextMatcher& one) {
    return std::any_of(wide.operations.begin(), wide.operations.end(),
                       [&](const TextMatcher& other) { return covers(other, one); });
  };
  if (wide.operations.empty() ||
      std::any_of(wide.operations.begin(), wide.operations.end(), is_any)) {
    return true;
  }
  return !narrow.operations.empty() &&
         std::all_of(narrow.operations.begin(), narrow.operations.end(), covered);
}

/// A name may come as an ARN, so that one pattern for ARNs and one for names are not compared.
bool covers_secret(const Match& wide, const Match& narrow) {
  if (!wide.secret || is_any(wide.secret->written())) return true;
  if (!narrow.secret) return false;
  const auto& is = wide.secret->written().conditions();
  if (const auto name = narrow.secret->name(); name && !is.none && !is.absent) {
    return wide.secret->name() == name || wide.secret->written().matches(name);
  }
  return covers(wide.secret->written(), narrow.secret->written());
}

/// All else must be said in the same words.
bool says_no_more(const Match& wide, const Match& narrow) {
  const auto said = to_json(wide), also = to_json(narrow);
  for (const auto& [name, condition] : said.items()) {
    if (name == "operation" || name == "secretId") continue;
    const auto found = also.find(name);
    if (found == also.end() || *found != condition) return false;
  }
  return true;
}

}  // namespace

bool covers(const Match& wide, const Match& narrow) {
  return covers_operations(wide, narrow) && covers_secret(wide, narrow) &&
         says_no_more(wide, narrow);
}

}  // namespace stunt::scenarios::lint
