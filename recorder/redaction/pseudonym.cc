// SPDX-License-Identifier: MIT
#include "recorder/redaction/pseudonym.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace stunt::recorder {
namespace {

/// By SecretKind.
constexpr std::array<std::string_view, 5> kSuffixes = {"", ":number", ":boolean", ":binary",
                                                       ":json"};
constexpr std::string_view kEnd = "}}";
constexpr char kSeal = '=';

std::optional<SecretKind> read_kind(std::string_view suffix) {
  for (std::size_t i = 0; i < kSuffixes.size(); ++i) {
    if (kSuffixes[i] == suffix) return static_cast<SecretKind>(i);
  }
  return std::nullopt;
}

bool is_seal(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

struct Front {
  Token token;
  std::size_t size = 0;
};

/// The token with which `text` begins.
std::optional<Front> read_front(std::string_view text) {
  if (!text.starts_with(kPseudonymBegin)) return std::nullopt;
  auto inner = text.substr(kPseudonymBegin.size());
  inner = inner.substr(0, inner.find(kEnd));
  const auto size = kPseudonymBegin.size() + inner.size() + kEnd.size();
  if (size > text.size()) return std::nullopt;
  Front front{{}, size};
  if (const auto seal = inner.find(kSeal); seal != std::string_view::npos) {
    front.token.seal = inner.substr(seal + 1);
    if (front.token.seal.empty() || !is_seal(front.token.seal)) return std::nullopt;
    inner = inner.substr(0, seal);
  }
  if (inner.size() < 2 || inner[0] != ':' || inner[1] < '1' || inner[1] > '9') return std::nullopt;
  auto& pseudonym = front.token.pseudonym;
  const auto [end, error] =
      std::from_chars(inner.data() + 1, inner.data() + inner.size(), pseudonym.number);
  if (error != std::errc()) return std::nullopt;
  const auto kind = read_kind(inner.substr(static_cast<std::size_t>(end - inner.data())));
  if (!kind) return std::nullopt;
  pseudonym.kind = *kind;
  return front;
}

}  // namespace

std::string to_string(const Pseudonym& pseudonym) { return to_string(Token{pseudonym}); }

std::string to_string(const Token& token) {
  const auto& [pseudonym, seal] = token;
  std::string text(kPseudonymBegin);
  text.append(":").append(std::to_string(pseudonym.number));
  text.append(kSuffixes[static_cast<std::size_t>(pseudonym.kind)]);
  if (!seal.empty()) text.append(1, kSeal).append(seal);
  return text.append(kEnd);
}

std::optional<Token> read_token(std::string_view text) {
  const auto front = read_front(text);
  return front && front->size == text.size() ? std::optional(front->token) : std::nullopt;
}

std::optional<Pseudonym> read_pseudonym(std::string_view text) {
  const auto token = read_token(text);
  return token ? std::optional(token->pseudonym) : std::nullopt;
}

std::string replace_tokens(std::string_view text,
                           const std::function<std::string(const Token&)>& replacement) {
  std::string replaced;
  while (!text.empty()) {
    const auto begin = text.find(kPseudonymBegin);
    replaced.append(text.substr(0, begin));
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const auto front = read_front(text);
    replaced.append(front ? replacement(front->token) : std::string(kPseudonymBegin));
    text.remove_prefix(front ? front->size : kPseudonymBegin.size());
  }
  return replaced;
}

std::string replace_pseudonyms(std::string_view text,
                               const std::function<std::string(const Pseudonym&)>& replacement) {
  return replace_tokens(text, [&](const Token& token) { return replacement(token.pseudonym); });
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
