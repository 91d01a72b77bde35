// SPDX-License-Identifier: MIT
#include "recorder/redaction/sensitive_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "http/ascii.h"

namespace stunt::recorder {
namespace {

/// Without what parts words: access_key, access-key and AccessKey are one.
std::string bare(std::string_view name) {
  auto text = http::lower(name);
  std::erase_if(text, [](char c) { return c == '_' || c == '-' || c == '.' || c == ' '; });
  return text;
}

constexpr std::array<std::string_view, 20> kInside = {
    "accesskey", "apikey",     "authorization", "ciphertext",  "connectionstring",
    "cookie",    "credential", "jwt",           "keymaterial", "passphrase",
    "passwd",    "password",   "pem",           "plaintext",   "privatekey",
    "pwd",       "secret",     "sessionkey",    "signature",   "token"};

constexpr std::array<std::string_view, 3> kAtEnd = {"value", "values", "blob"};

/// What is said about a secret, and does not tell it.
constexpr std::array<std::string_view, 9> kAbout = {"arn", "arns", "count", "date", "id",
                                                    "ids", "name", "names", "type"};

}  // namespace

bool is_sensitive_name(std::string_view name) {
  const auto text = bare(name);
  const auto ends = [&](std::string_view end) { return text.ends_with(end); };
  if (std::any_of(kAtEnd.begin(), kAtEnd.end(), ends)) return true;
  if (std::any_of(kAbout.begin(), kAbout.end(), ends)) return false;
  return std::any_of(kInside.begin(), kInside.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace stunt::recorder
