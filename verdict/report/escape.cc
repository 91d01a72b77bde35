// SPDX-License-Identifier: MIT
#include "verdict/report/escape.h"

#include <algorithm>
#include <array>

#include "aws/json.h"
#include "input/utf8.h"

namespace stunt::verdict::report {
namespace {

/// C1 controls, U+2028 and U+2029, and what turns the direction of writing.
bool is_tricky(std::string_view character) {
  if (character.size() == 2) return character[0] == '\xC2' && character[1] < '\xA0';
  if (character.size() != 3) return false;
  constexpr std::array<std::string_view, 14> kTricky = {
      "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAA",
      "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6",
      "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBF\xBE"};
  return std::find(kTricky.begin(), kTricky.end(), character) != kTricky.end() ||
         character == "\xEF\xBF\xBF";
}

void spell(std::string& text, std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += "\\x";
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
}

}  // namespace

std::string plain(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto size = input::character_size(text);
    const auto character = text.substr(0, std::max<std::size_t>(size, 1));
    const auto first = static_cast<unsigned char>(character.front());
    if (size == 0 || first < 0x20 || first == 0x7f || is_tricky(character)) {
      spell(result, character);
    } else {
      result += character;
    }
    text.remove_prefix(character.size());
  }
  return result;
}

std::string xml(std::string_view text) {
  std::string result;
  for (const char c : plain(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string markdown(std::string_view text) {
  std::string result;
  for (const char c : plain(text)) {
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string json_text(std::string_view text) {
  return aws::Json(text).dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

}  // namespace stunt::verdict::report
