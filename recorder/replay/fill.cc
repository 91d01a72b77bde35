// SPDX-License-Identifier: MIT
#include "recorder/replay/fill.h"

#include "recorder/redaction/json_text.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

using aws::Json;

Json as_json(const Secret& secret) {
  if (secret.kind == SecretKind::text || secret.kind == SecretKind::binary) {
    return std::string(secret.value);
  }
  return Json::parse(secret.value);
}

/// A leaf of a JSON text, filled.
std::string leaf_text(const Json& leaf, const SecretOf& secret_of) {
  const auto& text = leaf.get_ref<const std::string&>();
  if (const auto pseudonym = read_pseudonym(text)) {
    const auto secret = secret_of(*pseudonym);
    // A number as it was written: 1.10 and not 1.1.
    if (secret.kind == SecretKind::number) return std::string(secret.value);
    return plain_json(as_json(secret));
  }
  return plain_json(replace_pseudonyms(
      text, [&](const Pseudonym& one) { return std::string(secret_of(one).value); }));
}

Json fill_text(const std::string& text, const SecretOf& secret_of) {
  if (text.find(kPseudonymBegin) == std::string::npos) return text;
  if (const auto pseudonym = read_pseudonym(text)) return as_json(secret_of(*pseudonym));
  const auto pieces = split_json(text);
  if (pieces.empty()) {
    return replace_pseudonyms(
        text, [&](const Pseudonym& one) { return std::string(secret_of(one).value); });
  }
  std::string filled;
  for (const auto& piece : pieces) {
    const bool is_text = piece.role == JsonPiece::Role::leaf && piece.text.front() == '"';
    filled.append(is_text ? leaf_text(Json::parse(piece.text), secret_of)
                          : std::string(piece.text));
  }
  return filled;
}

}  // namespace

Json fill(const Json& value, const SecretOf& secret_of) {
  return map_strings(value, [&](const std::string& text) { return fill_text(text, secret_of); });
}

Json map_strings(const Json& value, const std::function<Json(const std::string&)>& other) {
  if (value.is_string()) return other(value.get_ref<const std::string&>());
  if (!value.is_structured()) return value;
  Json result = value;
  for (auto& part : result) part = map_strings(part, other);
  return result;
}

}  // namespace stunt::recorder
