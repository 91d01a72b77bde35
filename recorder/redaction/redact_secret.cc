// SPDX-License-Identifier: MIT
#include "recorder/redaction/redact_secret.h"

#include <algorithm>
#include <array>

#include "recorder/redaction/encodings.h"
#include "recorder/redaction/json_text.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;
using Part = Reflections::Part;
using Role = JsonPiece::Role;

/// Longer names inside a JSON secret are hardly names.
constexpr std::size_t kLongestName = 64;

SecretKind kind_of(const Json& value) {
  if (value.is_number()) return SecretKind::number;
  if (value.is_boolean()) return SecretKind::boolean;
  return value.is_string() ? SecretKind::text : SecretKind::json;
}

/// A leaf's value: of a string what it says, of the others the JSON text.
std::string leaf_value(const Json& leaf, std::string_view text) {
  return leaf.is_string() ? leaf.get<std::string>() : std::string(text);
}

bool may_stay(const JsonPiece& piece) {
  if (piece.role != Role::name) return true;
  const auto name = Json::parse(piece.text).get<std::string>();
  return name.size() <= kLongestName && name.find("{{") == std::string::npos;
}

/// Whether its value is written like that again.
bool is_plain(const JsonPiece& piece) {
  return piece.role != Role::leaf || piece.text.front() != '"' ||
         plain_json(Json::parse(piece.text)) == piece.text;
}

std::string redact_text(const std::string& text, Pseudonyms& pseudonyms, JsonForm form) {
  const auto pieces = split_json(text);
  const auto has_form = [&](const JsonPiece& piece) {
    return may_stay(piece) && (form == JsonForm::equal || is_plain(piece));
  };
  if (pieces.empty() || !std::all_of(pieces.begin(), pieces.end(), has_form)) {
    return to_string(pseudonyms.of(SecretKind::text, text));
  }
  std::string redacted;
  for (const auto& piece : pieces) {
    if (piece.role != Role::leaf) {
      redacted.append(piece.text);
      continue;
    }
    const auto leaf = Json::parse(piece.text);
    const auto pseudonym = pseudonyms.of(kind_of(leaf), leaf_value(leaf, piece.text));
    redacted.append("\"").append(to_string(pseudonym)).append("\"");
  }
  return redacted;
}

/// Under these names a JSON secret says where to connect, and as whom. A secret `shop/orders` for
/// the database `orders` is usual, and its name is to stay readable.
bool says_where(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kNames = {"\"database\"",
                                                             "\"db\"",
                                                             "\"dbClusterIdentifier\"",
                                                             "\"dbInstanceIdentifier\"",
                                                             "\"dbname\"",
                                                             "\"engine\"",
                                                             "\"host\"",
                                                             "\"user\"",
                                                             "\"username\""};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void learn_text(const std::string& text, Part part, Reflections& reflections) {
  reflections.learn(SecretKind::text, text, part);
  std::string_view name;
  for (const auto& piece : split_json(text)) {
    if (piece.role == Role::name) name = piece.text;
    if (piece.role != Role::leaf) continue;
    const auto inner = says_where(name) ? Part::leaf : part;
    const auto leaf = Json::parse(piece.text);
    if (leaf.is_string()) {
      learn_text(leaf.get<std::string>(), inner, reflections);
    } else {
      reflections.learn(kind_of(leaf), piece.text, inner);
    }
  }
}

}  // namespace

Json redact_secret(const Json& value, bool binary, Pseudonyms& pseudonyms, JsonForm form) {
  if (binary) return to_string(pseudonyms.of(SecretKind::binary, value.get<std::string>()));
  if (value.is_string()) return redact_text(value.get<std::string>(), pseudonyms, form);
  return to_string(pseudonyms.of(kind_of(value), plain_json(value)));
}

void learn_secret(const Json& value, bool binary, Part part, Reflections& reflections) {
  const auto text = value.is_string() ? value.get<std::string>() : plain_json(value);
  if (reflections.knows(text)) return;
  if (!binary) {
    learn_text(text, part, reflections);
    return;
  }
  reflections.learn(SecretKind::binary, text, part);
  if (const auto bytes = decode_base64(text)) learn_text(*bytes, part, reflections);
}

}  // namespace stunt::recorder
