// SPDX-License-Identifier: MIT
#include "recorder/encodings.h"

#include <algorithm>
#include <cstdint>

#include "aws/json.h"

namespace stunt::recorder {
namespace {

constexpr std::size_t kShortest = 6;
constexpr int kDeepest = 3;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

/// The whole bytes in a run of digits of `width` bits each.
std::string bytes_of(std::string_view run, int (*digit)(char), int width) {
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : run) {
    bits = (bits << width) | static_cast<std::uint32_t>(digit(c));
    held += width;
    if (held >= 8) bytes.push_back(static_cast<char>(bits >> (held -= 8)));
  }
  return bytes;
}

/// Every run of digits in the text, read at each of the `alignments` at which bytes may begin.
void add_runs(std::string text, int (*digit)(char), int width, std::size_t alignments,
              std::vector<std::string>& readings) {
  const auto shortest = kShortest * 8 / static_cast<std::size_t>(width);
  const auto is_digit = [digit](char c) { return digit(c) >= 0; };
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_digit);
    const auto end = std::find_if_not(begin, text.end(), is_digit);
    const std::string_view run(begin, end);
    for (std::size_t skipped = 0; skipped < alignments; ++skipped) {
      if (run.size() < skipped + shortest) break;
      readings.push_back(bytes_of(run.substr(skipped), digit, width));
    }
    begin = end;
  }
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

void add_unescaped(const std::string& text, std::vector<std::string>& readings) {
  std::vector<std::string> found;
  if (text.find('%') != std::string::npos) found.push_back(percent_decoded(text, false));
  if (text.find('+') != std::string::npos) found.push_back(percent_decoded(text, true));
  if (text.find('\\') != std::string::npos) found.push_back(json_unescaped(text));
  for (auto& one : found) {
    if (std::find(readings.begin(), readings.end(), one) == readings.end()) {
      readings.push_back(std::move(one));
    }
  }
}

}  // namespace

std::vector<std::string> readings(std::string_view text) {
  std::vector<std::string> all = {std::string(text)};
  // What is escaped twice, JSON inside of JSON for example, is undone twice.
  std::size_t done = 0;
  for (int depth = 0; depth < kDeepest; ++depth) {
    for (const auto end = all.size(); done < end; ++done) add_unescaped(all[done], all);
  }
  for (std::size_t i = 0, end = all.size(); i < end; ++i) {
    add_runs(all[i], base64_digit, 6, 4, all);
    add_runs(all[i], hex_digit, 4, 2, all);
  }
  all.erase(all.begin());
  std::erase_if(all, [](const std::string& reading) { return reading.size() < kShortest; });
  return all;
}

std::optional<std::string> decode_base64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  if (std::any_of(text.begin(), text.end(), [](char c) { return base64_digit(c) < 0; })) {
    return std::nullopt;
  }
  return bytes_of(text, base64_digit, 6);
}

std::string encode_base64(std::string_view bytes) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto three = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = (bits << 8) | (k < three.size() ? static_cast<unsigned char>(three[k]) : 0u);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text.push_back(k <= three.size() ? kDigits[(bits >> (18 - 6 * k)) & 63] : '=');
    }
  }
  return text;
}

}  // namespace stunt::recorder
