// SPDX-License-Identifier: MIT
#include "recorder/redaction/encodings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "aws/json.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kShortest = 6;
constexpr int kDeepest = 3;

/// The values of the digits of an alphabet; -1 for every other byte.
using Digits = std::array<signed char, 256>;

constexpr Digits digits_of(std::string_view alphabet, int values) {
  Digits digits{};
  digits.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    digits[static_cast<unsigned char>(alphabet[i])] =
        static_cast<signed char>(static_cast<int>(i) % values);
  }
  return digits;
}

constexpr std::string_view kBase64Alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr Digits make_base64_digits() {
  auto digits = digits_of(kBase64Alphabet, 64);
  digits['-'] = digits['+'];
  digits['_'] = digits['/'];
  return digits;
}
constexpr Digits kBase64 = make_base64_digits();
constexpr Digits kHex = digits_of("0123456789abcdef0123456789ABCDEF", 16);

int digit_of(const Digits& digits, char c) { return digits[static_cast<unsigned char>(c)]; }
int hex_digit(char c) { return digit_of(kHex, c); }

/// The whole bytes in a run of digits of `width` bits each.
void decode(std::string_view run, const Digits& digits, int width, std::string& bytes) {
  bytes.clear();
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : run) {
    bits = (bits << width) | static_cast<std::uint32_t>(digit_of(digits, c));
    held += width;
    if (held >= 8) bytes.push_back(static_cast<char>(bits >> (held -= 8)));
  }
}

/// Asks of every run of digits in the text, read at each of the `alignments` at which bytes may
/// begin.
bool any_run(std::string_view text, const Digits& digits, int width, std::size_t alignments,
             const ReadingTest& test) {
  const auto shortest = kShortest * 8 / static_cast<std::size_t>(width);
  const auto is_digit = [&](char c) { return digit_of(digits, c) >= 0; };
  std::string bytes;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_digit);
    const auto end = std::find_if_not(begin, text.end(), is_digit);
    const std::string_view run(begin, end);
    for (std::size_t skipped = 0; skipped < alignments; ++skipped) {
      if (run.size() < skipped + shortest) break;
      decode(run.substr(skipped), digits, width, bytes);
      if (bytes.size() >= kShortest && test(bytes)) return true;
    }
    begin = end;
  }
  return false;
}

bool any_run(std::string_view text, const ReadingTest& test) {
  return any_run(text, kBase64, 6, 4, test) || any_run(text, kHex, 4, 2, test);
}

std::string percent_decoded(std::string_view text, bool plus_is_blank) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                        hex_digit(text[i + 2]) >= 0;
    if (escape) {
      decoded.push_back(static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])));
      i += 2;
    } else {
      decoded.push_back(text[i] == '+' && plus_is_blank ? ' ' : text[i]);
    }
  }
  return decoded;
}

/// Reads every quoted run, and the text as a whole, as the inside of a JSON string.
std::string json_unescaped(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted.push_back('\\');
    quoted.push_back(text[i]);
    if (text[i] == '\\' && i + 1 < text.size()) quoted.push_back(text[++i]);
  }
  const auto read = aws::parse_json(quoted + "\"");
  return read && read->is_string() ? read->get<std::string>() : std::string();
}

void add_unescaped(const std::string& text, std::vector<std::string>& texts) {
  std::vector<std::string> found;
  if (text.find('%') != std::string::npos) found.push_back(percent_decoded(text, false));
  if (text.find('+') != std::string::npos) found.push_back(percent_decoded(text, true));
  if (text.find('\\') != std::string::npos) found.push_back(json_unescaped(text));
  for (auto& one : found) {
    if (std::find(texts.begin(), texts.end(), one) == texts.end()) texts.push_back(std::move(one));
  }
}

/// The text and what it says unescaped. What is escaped twice, JSON inside of JSON for example, is
/// undone twice.
std::vector<std::string> unescaped(std::string_view text) {
  std::vector<std::string> texts = {std::string(text)};
  std::size_t done = 0;
  for (int depth = 0; depth < kDeepest; ++depth) {
    for (const auto end = texts.size(); done < end; ++done) add_unescaped(texts[done], texts);
  }
  return texts;
}

}  // namespace

bool any_reading(std::string_view text, const ReadingTest& test) {
  if (text.find_first_of("%+\\") == std::string_view::npos) return any_run(text, test);
  const auto texts = unescaped(text);
  return std::any_of(texts.begin() + 1, texts.end(),
                     [&](const auto& one) { return one.size() >= kShortest && test(one); }) ||
         std::any_of(texts.begin(), texts.end(),
                     [&](const auto& one) { return any_run(one, test); });
}

std::optional<std::string> decode_base64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  if (std::any_of(text.begin(), text.end(), [](char c) { return digit_of(kBase64, c) < 0; })) {
    return std::nullopt;
  }
  std::string bytes;
  decode(text, kBase64, 6, bytes);
  return bytes;
}

}  // namespace stunt::recorder
