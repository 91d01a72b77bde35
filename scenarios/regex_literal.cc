// SPDX-License-Identifier: MIT
#include "scenarios/regex.h"

namespace stunt::scenarios {
namespace {

/// Letters that always stand for themselves.
bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' ||
         c == '-' || c == '_' || c == ':';
}

/// Where the class that begins at `at` ends. A ']' that comes first is one of its letters.
std::size_t end_of_class(std::string_view pattern, std::size_t at) {
  const auto first = at + (pattern.substr(at + 1).starts_with('^') ? 2 : 1);
  return pattern.find(']', first + 1);
}

/// Alternatives, flags and escapes need more than a short look, and so do classes in classes.
bool is_simple(std::string_view pattern) {
  return pattern.find_first_of("|\\") == pattern.npos && pattern.find("(?") == pattern.npos &&
         pattern.find("[:") == pattern.npos;
}

}  // namespace

std::string needed_literal(std::string_view pattern) {
  if (!is_simple(pattern)) return "";
  std::string longest, run;
  const auto end_run = [&] {
    if (run.size() > longest.size()) longest = run;
    run.clear();
  };
  int depth = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (is_plain(c) && depth == 0) {
      run += c;
      continue;
    }
    // The letter before may be missing.
    if ((c == '*' || c == '?' || c == '{') && !run.empty()) run.pop_back();
    end_run();
    if (c == '[') i = end_of_class(pattern, i);
    if (c == '{') i = pattern.find('}', i);
    if (i == pattern.npos) return longest;
  }
  end_run();
  return longest;
}

}  // namespace stunt::scenarios
