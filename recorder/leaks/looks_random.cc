// SPDX-License-Identifier: MIT
#include "recorder/leaks/looks_random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace stunt::recorder {
namespace {

enum class Class { lower, upper, digit, other };

Class class_of(char c) {
  if (c >= 'a' && c <= 'z') return Class::lower;
  if (c >= 'A' && c <= 'Z') return Class::upper;
  return c >= '0' && c <= '9' ? Class::digit : Class::other;
}

bool is_word(char c) {
  return class_of(c) != Class::other || c == '-' || c == '_' || c == '+' || c == '/' || c == '=';
}

bool is_hex(char c) {
  return class_of(c) == Class::digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool has(std::string_view run, Class wanted) {
  return std::any_of(run.begin(), run.end(), [&](char c) { return class_of(c) == wanted; });
}

/// How often the class changes from one letter to the next: in words seldom. What parts words does
/// not count.
double changes(std::string_view run) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < run.size(); ++i) {
    const auto before = class_of(run[i - 1]), here = class_of(run[i]);
    count += before != here && before != Class::other && here != Class::other;
  }
  return static_cast<double>(count) / static_cast<double>(run.size());
}

bool any_run(std::string_view text, const std::function<bool(std::string_view)>& test) {
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_word);
    const auto end = std::find_if_not(begin, text.end(), is_word);
    if (test({begin, end})) return true;
    begin = end;
  }
  return false;
}

// Found by looking at both sides: some keys as services make them, and names in transcripts.
constexpr std::size_t kShortestHex = 32, kShortest = 20, kKeySize = 40;
constexpr double kHexBits = 3.0, kBits = 3.7, kKeyBits = 4.2, kChanges = 0.3;

}  // namespace

double entropy(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const auto count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

bool looks_random(std::string_view run) {
  if (!has(run, Class::digit)) return false;
  if (std::all_of(run.begin(), run.end(), is_hex)) {
    return run.size() >= kShortestHex && entropy(run) >= kHexBits;
  }
  return run.size() >= kShortest && entropy(run) >= kBits && changes(run) >= kChanges;
}

bool has_random_run(std::string_view text) { return any_run(text, looks_random); }

bool has_secret_access_key(std::string_view text) {
  return any_run(text, [](std::string_view run) {
    return run.size() == kKeySize && run.find_first_of("-_=") == run.npos &&
           has(run, Class::lower) && has(run, Class::upper) && has(run, Class::digit) &&
           entropy(run) >= kKeyBits;
  });
}

}  // namespace stunt::recorder
