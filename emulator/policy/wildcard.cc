// SPDX-License-Identifier: MIT
#include "emulator/policy/wildcard.h"

namespace stunt::emulator::policy {

bool matches_wildcard(std::string_view pattern, std::string_view text) {
  std::size_t at = 0, read = 0;
  std::size_t star = pattern.npos, from = 0;  // the last star, and where what it stands for ends
  while (read < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      from = read;
    } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == text[read])) {
      ++at;
      ++read;
    } else if (star != pattern.npos) {
      at = star + 1;
      read = ++from;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == pattern.npos;
}

bool has_wildcard(std::string_view text) { return text.find_first_of("*?") != text.npos; }

}  // namespace stunt::emulator::policy
