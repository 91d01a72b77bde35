// SPDX-License-Identifier: MIT
#include "input/json_reader.h"

#include <algorithm>

#include "input/quote.h"
#include "input/utf8.h"

namespace stunt::input {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True if `text` is a number as JSON has them: no plus, no leading zeros, digits around a point.
bool is_number(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const auto begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - begin;
  };
  const auto is = [&](std::string_view any) {
    return at < text.size() && any.find(text[at]) != std::string_view::npos;
  };
  if (is("-")) ++at;
  const bool zero = is("0");
  const auto whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (is(".")) {
    ++at;
    if (digits() == 0) return false;
  }
  if (is("eE")) {
    ++at;
    if (is("+-")) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

}  // namespace

std::optional<Document> parse_json_line(std::string_view text, int number, Problems& problems) {
  return JsonReader(text, number, problems).read();
}

std::optional<Document> JsonReader::read() {
  try {
    document_.root_ = value(0);
    skip_blanks();
    if (at_ < text_.size()) stop(here(), "something stands behind the value", "one value a line");
    return std::move(document_);
  } catch (const Stop&) {
    return std::nullopt;
  }
}

void JsonReader::stop(Position at, std::string message, std::string hint) {
  problems_.add(at, "", std::move(message), std::move(hint));
  throw Stop();
}

void JsonReader::skip_blanks() {
  at_ = std::min(text_.find_first_not_of(" \t\r", at_), text_.size());
}

bool JsonReader::take(char c) {
  if (peek() != c) return false;
  ++at_;
  return true;
}

void JsonReader::expect(char c, const char* what) {
  if (!take(c)) stop(here(), "this is not JSON", std::string(what) + " belongs here");
}

const Node* JsonReader::value(std::size_t depth) {
  skip_blanks();
  auto& node = document_.nodes_.emplace_back(Node{{}, here(), {}});
  if (peek() == '{') {
    object(node, depth + 1);
  } else if (peek() == '[') {
    list(node, depth + 1);
  } else if (peek() == '"') {
    node.text = string();
  } else {
    word(node);
  }
  return &node;
}

void JsonReader::list(Node& node, std::size_t depth) {
  if (depth > kDeepest) stop(node.at, "nested too deep");
  node.scalar.kind = Kind::list;
  ++at_;
  skip_blanks();
  if (take(']')) return;
  do {
    node.items.push_back(value(depth));
    skip_blanks();
  } while (take(','));
  expect(']', "a ',' or a ']'");
}

void JsonReader::object(Node& node, std::size_t depth) {
  if (depth > kDeepest) stop(node.at, "nested too deep");
  node.scalar.kind = Kind::object;
  ++at_;
  skip_blanks();
  if (take('}')) return;
  do {
    add_member(node, depth);
    skip_blanks();
  } while (take(','));
  expect('}', "a ',' or a '}'");
}

void JsonReader::add_member(Node& node, std::size_t depth) {
  skip_blanks();
  const auto at = here();
  if (peek() != '"') stop(at, "this is not JSON", "a name in double quotes belongs here");
  auto name = string();
  if (std::ranges::find(node.members, name, &Member::name) != node.members.end()) {
    stop(at, "a second " + quote(name) + " in this object", "keep one");
  }
  skip_blanks();
  expect(':', "a ':'");
  node.members.push_back({std::move(name), at, nullptr});
  node.members.back().value = value(depth);
}

void JsonReader::word(Node& node) {
  const auto end = std::min(text_.find_first_of(" \t\r,:[]{}\"", at_), text_.size());
  const auto plain = text_.substr(at_, end - at_);
  const bool known = plain == "true" || plain == "false" || plain == "null";
  if (!known && !is_number(plain)) {
    stop(here(), plain.empty() ? "a value is missing" : "this is not JSON",
         "texts stand in double quotes");
  }
  node.scalar = resolve(plain);
  node.text = plain;
  at_ = end;
}

std::string JsonReader::string() {
  const auto begin = here();
  ++at_;
  std::string text;
  for (;;) {
    if (at_ == text_.size()) stop(begin, "this text is never closed", "close the quotes");
    const char c = text_[at_];
    if (c == '"') break;
    if (c == '\\') {
      escape(text);
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20) stop(here(), "a control character", "escape it");
    const auto size = character_size(text_.substr(at_));
    if (size == 0) stop(here(), "a byte that is not UTF-8", "save the file as UTF-8");
    text.append(text_, at_, size);
    at_ += size;
    continuation_bytes_ += size - 1;
  }
  ++at_;
  return text;
}

void JsonReader::escape(std::string& into) {
  static constexpr std::string_view kNames = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
  const auto at = here();
  ++at_;
  if (const auto known = kNames.find(peek()); at_ < text_.size() && known != kNames.npos) {
    ++at_;
    into.push_back(kMeanings[known]);
    return;
  }
  if (!take('u')) stop(at, "this escape is unknown", "write \\\\ for a backslash");
  auto code = hex4();
  const bool high = code >= 0xD800 && code < 0xDC00;
  if (high && take('\\') && take('u')) {
    const auto low = hex4();
    if (low >= 0xDC00 && low < 0xE000) code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  }
  if (code >= 0xD800 && code < 0xE000) stop(at, "half of a pair of escapes", "write both");
  append_character(into, code);
}

std::uint32_t JsonReader::hex4() {
  std::uint32_t code = 0;
  for (int i = 0; i < 4; ++i) {
    static constexpr std::string_view kDigits = "0123456789abcdef0123456789ABCDEF";
    const auto digit = at_ < text_.size() ? kDigits.find(text_[at_]) : kDigits.npos;
    if (digit == kDigits.npos) stop(here(), "this escape is not hexadecimal", "\\u and 4 digits");
    code = code << 4 | static_cast<std::uint32_t>(digit % 16);
    ++at_;
  }
  return code;
}

}  // namespace stunt::input
