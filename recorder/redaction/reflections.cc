// SPDX-License-Identifier: MIT
#include "recorder/redaction/reflections.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "recorder/redaction/encodings.h"

namespace stunt::recorder {
namespace {

/// What is remembered of clean texts.
constexpr std::size_t kMostClean = 1024, kLongestClean = 512;

std::size_t two(std::string_view text) {
  return static_cast<unsigned char>(text[0]) * 256u + static_cast<unsigned char>(text[1]);
}

std::uint64_t six(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < Reflections::kShortest; ++i) {
    bytes = (bytes << 8) | static_cast<unsigned char>(text[i]);
  }
  return bytes;
}

}  // namespace

Reflections::Reflections(Written written) {
  if (written == Written::kept) return;
  // A text in which somebody wrote what looks like a pseudonym must not be taken for one.
  learn(SecretKind::text, kPseudonymBegin, Part::whole);
}

void Reflections::learn(SecretKind kind, std::string_view value, Part part) {
  if (value.size() < kShortest) return;
  const auto [known, is_new] = values_.emplace(value, Known{kind, part});
  const bool is_more = part == Part::whole && std::exchange(known->second.part, part) != part;
  if (is_new || is_more) clean_ = {};
  if (!is_new) return;
  first_two_.set(two(value));
  sizes_[six(value)].insert(value.size());
}

std::optional<Reflections::Found> Reflections::find_at(std::string_view text, Part part) const {
  if (text.size() < kShortest || !first_two_.test(two(text))) return std::nullopt;
  const auto sizes = sizes_.find(six(text));
  if (sizes == sizes_.end()) return std::nullopt;
  for (const auto size : sizes->second) {
    if (size > text.size()) continue;
    const auto known = values_.find(std::string(text.substr(0, size)));
    if (known == values_.end()) continue;
    if (part == Part::whole && known->second.part == Part::leaf) continue;
    return Found{size, known->second.kind};
  }
  return std::nullopt;
}

bool Reflections::found_in(std::string_view text, Part part) const {
  for (; text.size() >= kShortest; text.remove_prefix(1)) {
    if (find_at(text, part)) return true;
  }
  return false;
}

bool Reflections::knows(std::string_view value) const {
  const auto known = values_.find(std::string(value));
  return known != values_.end() && known->second.part == Part::whole;
}

std::string Reflections::replace(std::string_view text, Part part, Pseudonyms& pseudonyms) {
  std::string replaced(text);
  if (text.size() < kShortest) return replaced;
  auto& clean = clean_[static_cast<std::size_t>(part)];
  if (clean.contains(replaced)) return replaced;
  if (any_reading(text, [&](std::string_view reading) { return found_in(reading, part); })) {
    return to_string(pseudonyms.of(SecretKind::text, text));
  }
  if (!found_in(text, part)) {
    if (clean.size() >= kMostClean) clean.clear();
    if (text.size() <= kLongestClean) clean.insert(replaced);
    return replaced;
  }
  replaced.clear();
  while (!text.empty()) {
    const auto found = find_at(text, part);
    if (found) {
      replaced.append(to_string(pseudonyms.of(found->kind, text.substr(0, found->size))));
    } else {
      replaced.push_back(text.front());
    }
    text.remove_prefix(found ? found->size : 1);
  }
  return replaced;
}

std::string Reflections::replace(std::string_view text, Part part, Pseudonyms& pseudonyms,
                                 std::span<const std::string_view> others) {
  if (others.empty()) return replace(text, part, pseudonyms);
  for (const auto& other : others) learn(SecretKind::text, other, Part::whole);
  if (any_reading(text, [&](std::string_view reading) { return found_in(reading, part); })) {
    return to_string(pseudonyms.of(SecretKind::text, text));
  }
  // Where they overlap or touch, they are one: no end of any may stay.
  std::vector<bool> secret(text.size());
  const auto mark = [&](std::size_t begin, std::size_t size) {
    std::fill_n(secret.begin() + static_cast<std::ptrdiff_t>(begin), size, true);
  };
  for (const auto& other : others) {
    mark(static_cast<std::size_t>(other.data() - text.data()), other.size());
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto found = find_at(text.substr(i), part)) mark(i, found->size);
  }
  std::string replaced;
  for (auto begin = secret.begin(); begin != secret.end();) {
    const auto end = std::find(begin, secret.end(), !*begin);
    const auto piece = text.substr(static_cast<std::size_t>(begin - secret.begin()),
                                   static_cast<std::size_t>(end - begin));
    replaced += *begin ? to_string(pseudonyms.of(SecretKind::text, piece)) : std::string(piece);
    begin = end;
  }
  return replaced;
}

}  // namespace stunt::recorder
