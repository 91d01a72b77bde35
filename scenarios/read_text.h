// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "input/fields.h"
#include "scenarios/text_matcher.h"

namespace stunt::scenarios {

/// The members of a text matcher that is written as an object.
inline constexpr std::array<std::string_view, 5> kTextConditions = {"equals", "glob", "regex",
                                                                    "not", "absent"};

/// Whether what is matched can be missing.
enum class Presence { always, maybe };

/// Reads a glob within its limits.
std::optional<Glob> read_glob(const input::Value& value);

/// Reads a glob, or {equals, glob, regex, not, absent}; `absent` only of what can be missing.
std::optional<TextMatcher> read_text(const input::Value& value, Presence presence);

}  // namespace stunt::scenarios
