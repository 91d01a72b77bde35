// SPDX-License-Identifier: MIT
#include "recorder/redaction/pseudonym.h"

#include <array>
#include <charconv>

namespace stunt::recorder {
namespace {

/// By SecretKind.
constexpr std::array<std::string_view, 5> kSuffixes = {"", ":number", ":boolean", ":binary",
                                                       ":json"};
constexpr std::string_view kEnd = "}}";

std::optional<SecretKind> read_kind(std::string_view suffix) {
  for (std::size_t i = 0; i < kSuffixes.size(); ++i) {
    if (kSuffixes[i] == suffix) return static_cast<SecretKind>(i);
  }
  return std::nullopt;
}

/// The pseudonym with which `text` begins.
std::optional<Pseudonym> read_front(std::string_view text) {
  if (!text.starts_with(kPseudonymBegin)) return std::nullopt;
  text.remove_prefix(kPseudonymBegin.size());
  text = text.substr(0, text.find(kEnd));
  if (text.size() < 2 || text[0] != ':' || text[1] < '1' || text[1] > '9') return std::nullopt;
  Pseudonym pseudonym;
  const auto [end, error] =
      std::from_chars(text.data() + 1, text.data() + text.size(), pseudonym.number);
  if (error != std::errc()) return std::nullopt;
  const auto kind = read_kind(text.substr(static_cast<std::size_t>(end - text.data())));
  if (!kind) return std::nullopt;
  pseudonym.kind = *kind;
  return pseudonym;
}

}  // namespace

std::string to_string(const Pseudonym& pseudonym) {
  return std::string(kPseudonymBegin) + ":" + std::to_string(pseudonym.number) +
         std::string(kSuffixes[static_cast<std::size_t>(pseudonym.kind)]) + std::string(kEnd);
}

std::optional<Pseudonym> read_pseudonym(std::string_view text) {
  const auto pseudonym = read_front(text);
  return pseudonym && to_string(*pseudonym) == text ? pseudonym : std::nullopt;
}

std::string replace_pseudonyms(std::string_view text,
                               const std::function<std::string(const Pseudonym&)>& replacement) {
  std::string replaced;
  while (!text.empty()) {
    const auto begin = text.find(kPseudonymBegin);
    replaced.append(text.substr(0, begin));
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const auto pseudonym = read_front(text);
    const auto size = pseudonym ? to_string(*pseudonym).size() : kPseudonymBegin.size();
    replaced.append(pseudonym ? replacement(*pseudonym) : std::string(kPseudonymBegin));
    text.remove_prefix(size);
  }
  return replaced;
}

Skeleton skeleton(std::string_view text) {
  Skeleton result;
  result.text = replace_pseudonyms(text, [&](const Pseudonym& pseudonym) {
    result.pseudonyms.push_back(pseudonym);
    return std::string(kPseudonymBegin) + std::string(kEnd);
  });
  return result;
}

}  // namespace stunt::recorder
