// SPDX-License-Identifier: MIT
#include "input/did_you_mean.h"

#include <algorithm>
#include <vector>

#include "input/quote.h"

namespace stunt::input {
namespace {

constexpr std::size_t kLongestWord = 64;

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return copy;
}

/// How many letters must be typed, dropped, replaced or swapped with their neighbour to make one
/// of the other (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

/// How far off, or nothing if that is too far to be a slip of the finger.
std::optional<std::size_t> slip(const std::string& word, const std::string& candidate) {
  const auto off = distance(word, candidate);
  if (off <= std::max<std::size_t>(1, word.size() / 3)) return off;
  if (word.size() >= 3 && candidate.starts_with(word)) return candidate.size();
  return std::nullopt;
}

}  // namespace

std::optional<std::string> did_you_mean(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  std::optional<std::string> best;
  std::size_t nearest = 0;
  for (const auto candidate : candidates) {
    const auto off = slip(lower(word), lower(candidate));
    if (off && (!best || *off < nearest)) {
      best = candidate;
      nearest = *off;
    }
  }
  return best;
}

std::string suggest(std::string_view word, std::span<const std::string_view> candidates) {
  if (const auto meant = did_you_mean(word, candidates)) {
    return "did you mean " + quote(*meant) + "?";
  }
  return "expected one of: " + list_of(candidates);
}

std::string list_of(std::span<const std::string_view> words) {
  constexpr std::size_t kMost = 12;
  std::string text;
  for (const auto word : words.subspan(0, std::min(words.size(), kMost))) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  if (words.size() > kMost) text += " and " + std::to_string(words.size() - kMost) + " more";
  return text;
}

}  // namespace stunt::input
