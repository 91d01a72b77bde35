// SPDX-License-Identifier: MIT
#include "aws/sigv4/authorization.h"

#include <algorithm>

namespace stunt::aws {
namespace {

constexpr std::string_view kBetween = ", \t";

/// Takes the next word off the front; empty at the end.
std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBetween), text.size()));
  const auto word = text.substr(0, text.find_first_of(kBetween));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace

Authorization read_authorization(std::string_view header) {
  Authorization parts;
  parts.algorithm = next_word(header);
  for (auto word = next_word(header); !word.empty(); word = next_word(header)) {
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) {
      parts.all_pairs = false;
      continue;
    }
    const auto key = word.substr(0, equals), value = word.substr(equals + 1);
    if (key == "Credential") parts.credential = value;
    if (key == "SignedHeaders") parts.signed_headers = value;
    if (key == "Signature") parts.signature = value;
  }
  return parts;
}

std::optional<std::array<std::string_view, 5>> credential_parts(std::string_view credential) {
  std::array<std::string_view, 5> parts;
  for (auto& part : parts) {
    const auto slash = credential.find('/');
    const bool last = &part == &parts.back();
    if (last != (slash == std::string_view::npos)) return std::nullopt;
    part = credential.substr(0, slash);
    if (!last) credential.remove_prefix(slash + 1);
  }
  return parts;
}

}  // namespace stunt::aws
