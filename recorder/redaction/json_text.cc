// SPDX-License-Identifier: MIT
#include "recorder/redaction/json_text.h"

#include <algorithm>

#include "aws/json.h"

namespace stunt::recorder {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kPunctuation = "{}[],:";

std::size_t string_size(std::string_view text) {
  std::size_t end = 1;
  while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return end + 1;
}

bool colon_follows(std::string_view text) {
  const auto next = text.find_first_not_of(kBlanks);
  return next != std::string_view::npos && text[next] == ':';
}

/// The piece with which a text begins that is known to be JSON.
JsonPiece front(std::string_view text) {
  using Role = JsonPiece::Role;
  if (text[0] == '"') {
    const auto size = string_size(text);
    return {colon_follows(text.substr(size)) ? Role::name : Role::leaf, text.substr(0, size)};
  }
  if (kBlanks.find(text[0]) != std::string_view::npos ||
      kPunctuation.find(text[0]) != std::string_view::npos) {
    return {Role::frame, text.substr(0, 1)};
  }
  const auto end = std::min(text.find_first_of(kBlanks), text.find_first_of(kPunctuation));
  const auto word = text.substr(0, end);
  return {word == "null" ? Role::frame : Role::leaf, word};
}

}  // namespace

std::vector<JsonPiece> split_json(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos || (text[first] != '{' && text[first] != '[') ||
      !aws::parse_json(text)) {
    return {};
  }
  std::vector<JsonPiece> pieces;
  while (!text.empty()) {
    pieces.push_back(front(text));
    text.remove_prefix(pieces.back().text.size());
  }
  return pieces;
}

}  // namespace stunt::recorder
