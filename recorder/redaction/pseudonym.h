// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// What a secret value is in JSON; a replay fills a pseudonym with a value of its kind. `binary` is
/// base64 text, `json` a whole object or array.
enum class SecretKind { text, number, boolean, binary, json };

/// What stands in a transcript for a secret value: equal values have equal numbers, 1 and up.
struct Pseudonym {
  std::uint64_t number = 0;
  SecretKind kind = SecretKind::text;

  bool operator==(const Pseudonym&) const = default;
};

/// How every pseudonym begins, and nothing else in a redacted text does.
constexpr std::string_view kPseudonymBegin = "{{secret";

/// A pseudonym as it is written. In a sealed transcript it brings its value along, encrypted.
struct Token {
  Pseudonym pseudonym;
  std::string_view seal{};  ///< base64url; empty: it brings nothing
};

/// "{{secret:3}}", or with its kind unless that is text: "{{secret:4:number}}".
std::string to_string(const Pseudonym& pseudonym);

/// "{{secret:3=bm9uY2U}}"
std::string to_string(const Token& token);

/// The token that `text` is, and nothing besides; and its pseudonym.
std::optional<Token> read_token(std::string_view text);
std::optional<Pseudonym> read_pseudonym(std::string_view text);

/// The text with `replacement(token)` in the place of each token.
std::string replace_tokens(std::string_view text,
                           const std::function<std::string(const Token&)>& replacement);

/// The text with `replacement(pseudonym)` in the place of each pseudonym.
std::string replace_pseudonyms(std::string_view text,
                               const std::function<std::string(const Pseudonym&)>& replacement);

/// A text apart from the secrets in it: each pseudonym is "{{secret}}" there, and stands in
/// `pseudonyms` in the order of the text.
struct Skeleton {
  std::string text;
  std::vector<Pseudonym> pseudonyms;
};

Skeleton skeleton(std::string_view text);

}  // namespace stunt::recorder
