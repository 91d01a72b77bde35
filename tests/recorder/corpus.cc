// SPDX-License-Identifier: MIT
#include "corpus.h"

#include <algorithm>
#include <cctype>

#include "aws/base64.h"
#include "aws/json.h"
#include "tape.h"

namespace stunt::test {
namespace {

using aws::Json;

constexpr const char* kCorpus = "tests/corpus/secrets.json";

/// Shorter spellings are found by chance.
constexpr std::size_t kShortest = 8;

std::string hex(std::string_view bytes, const char* digits) {
  std::string text;
  for (const char c : bytes) {
    text.push_back(digits[static_cast<unsigned char>(c) >> 4]);
    text.push_back(digits[static_cast<unsigned char>(c) & 0xF]);
  }
  return text;
}

std::string percent(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) || c == '-';
    text += plain ? std::string(1, c) : "%" + hex({&c, 1}, "0123456789ABCDEF");
  }
  return text;
}

std::string json_escaped(std::string_view bytes, bool ascii) {
  const auto quoted = Json(std::string(bytes)).dump(-1, ' ', ascii, Json::error_handler_t::replace);
  return quoted.substr(1, quoted.size() - 2);
}

/// What base64 has of the bytes wherever they stand: at three offsets, without the edges that
/// depend on what is around.
std::string base64(std::string_view bytes, std::size_t offset) {
  const auto whole = aws::base64(std::string(offset, 'x') + std::string(bytes));
  const auto begin = offset == 0 ? 0 : offset + 1;
  return whole.substr(begin, (offset + bytes.size()) * 8 / 6 - begin);
}

/// All but base64.
std::vector<std::string> written(const std::string& value) {
  return {value,
          json_escaped(value, false),
          json_escaped(value, true),
          json_escaped(json_escaped(value, false), false),
          percent(value),
          hex(value, "0123456789abcdef"),
          hex(value, "0123456789ABCDEF")};
}

PlantedSecret planted(const Json& entry) {
  PlantedSecret secret;
  secret.name = entry["name"].get<std::string>();
  secret.binary = entry.contains("base64");
  if (secret.binary) {
    secret.value = aws::read_base64(entry["base64"].get<std::string>()).value();
  }
  for (int i = 0; i < entry.value("repeat", 1); ++i) secret.value += entry.value("value", "");
  secret.needles = entry.value("needles", std::vector<std::string>{secret.value});
  return secret;
}

}  // namespace

std::vector<PlantedSecret> whole_corpus() {
  std::vector<PlantedSecret> secrets;
  for (const auto& entry : Json::parse(read_file(kCorpus))) secrets.push_back(planted(entry));
  return secrets;
}

std::vector<PlantedSecret> corpus() {
  auto secrets = whole_corpus();
  std::erase_if(secrets, [](const auto& secret) { return secret.binary; });
  return secrets;
}

std::vector<std::string> quotes(const std::string& value) {
  auto all = written(value);
  for (const std::size_t offset : {0, 1, 2}) {
    all.push_back(aws::base64(std::string(offset, 'x') + value + "tail"));
  }
  return all;
}

std::vector<std::string> spellings(const std::string& value) {
  auto all = written(value);
  for (const std::size_t offset : {0, 1, 2}) all.push_back(base64(value, offset));
  std::erase_if(all, [&](const auto& one) { return one != value && one.size() < kShortest; });
  return all;
}

}  // namespace stunt::test
