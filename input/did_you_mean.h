// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stunt::input {

/// The candidate that `word` probably wanted to be: a few letters off, in another case, or cut
/// short. Nothing if none is near; of equally near ones the first.
std::optional<std::string> did_you_mean(std::string_view word,
                                        std::span<const std::string_view> candidates);

/// A hint: "did you mean 'when'?", or else which words there are: "expected one of: id, then".
std::string suggest(std::string_view word, std::span<const std::string_view> candidates);

/// "a, b, c"; after the first 12 it says how many more there are.
std::string list_of(std::span<const std::string_view> words);

}  // namespace stunt::input
