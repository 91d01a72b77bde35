// SPDX-License-Identifier: MIT
#include "emulator/words.h"

#include <algorithm>

#include "http/ascii.h"

namespace stunt::emulator {
namespace {

constexpr std::string_view kSeparators = "/-_+=.@ ";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// True if a new word begins at `i`: "t|O" in SecretOne, "N|Yt" in COMPANYthings.
bool begins_word(std::string_view text, std::size_t i) {
  if (!is_upper(text[i])) return false;
  return is_lower(text[i - 1]) ||
         (is_upper(text[i - 1]) && i + 1 < text.size() && is_lower(text[i + 1]));
}

void split_by_case(std::string_view text, std::vector<std::string>& words) {
  std::size_t start = 0;
  for (std::size_t i = 1; i <= text.size(); ++i) {
    if (i < text.size() && !begins_word(text, i)) continue;
    words.push_back(http::lower(text.substr(start, i - start)));
    start = i;
  }
}

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  const auto first = text.find_first_of(kSeparators);
  const char separator = first == std::string_view::npos ? ' ' : text[first];
  const bool is_mixed = std::ranges::any_of(text, [&](char c) {
    return c != separator && kSeparators.find(c) != std::string_view::npos;
  });
  if (is_mixed) return {http::lower(text)};

  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (end > 0) split_by_case(text.substr(0, end), words);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace stunt::emulator
