// SPDX-License-Identifier: MIT
#include "recorder/leaks/kinds.h"

#include <algorithm>
#include <array>
#include <memory>

#include <re2/re2.h>

#include "recorder/leaks/looks_random.h"
#include "recorder/redaction/encodings.h"
#include "recorder/redaction/pseudonym.h"
#include "recorder/redaction/redact_headers.h"

namespace stunt::recorder {
namespace {

/// What stands for what was taken out. No kind of secret matches it.
constexpr const char* kTaken = "{}";

struct Kind {
  const char* name;
  const char* pattern;  ///< RE2
};

constexpr const char* kKeyId = "an AWS access key id";

constexpr std::array<Kind, 11> kKinds = {{
    {kKeyId, R"(\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b)"},
    {"an AWS session token", R"(\b(?:FwoG|FQoG|IQoJ|AQoD|AQoE)[A-Za-z0-9+/=]{60,})"},
    {"a PEM block", R"(-----BEGIN [A-Z0-9 ]{1,40}-----)"},
    {"a JSON web token", R"(\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})"},
    {"a password in a URL", R"(\b[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s:/@"'\\]*:[^\s@/"'{}*]{3,}@)"},
    {"a password in a connection string",
     R"((?i)\b(?:password|passwd|pwd|accountkey|sharedaccesskey)\s*=\s*[^\s;,&"'{}*]{4,})"},
    {"an access token of GitHub",
     R"(\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,}))"},
    {"an access token of Slack", R"(\bxox[abeoprs]-[A-Za-z0-9-]{10,})"},
    {"a key of a Google API", R"(\bAIza[A-Za-z0-9_-]{35})"},
    {"a key of Stripe", R"(\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,})"},
    {"a signature", R"(\bSignature=[0-9A-Za-z%+/]{16,})"},
}};

struct Compiled {
  const char* name;
  std::unique_ptr<re2::RE2> pattern;
};

const std::vector<Compiled>& compiled() {
  static const auto kCompiled = [] {
    std::vector<Compiled> list;
    for (const auto& [name, pattern] : kKinds) {
      // Readings of what is encoded are any bytes.
      list.push_back({name, std::make_unique<re2::RE2>(pattern, re2::RE2::Latin1)});
    }
    return list;
  }();
  return kCompiled;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// Without what was redacted.
std::string untaken(std::string_view text) {
  auto left = replace_tokens(text, [](const Token&) { return std::string(kTaken); });
  replace_all(left, kRedacted, kTaken);
  return left;
}

/// Without ARNs, UUIDs, hashes that say that they are one, and `own`.
std::string without_ids(std::string text, std::string_view own) {
  static const re2::RE2 kIds(
      R"((?i)arn:[a-z-]+:[^\s"',]*|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"
      R"(|sha256:[0-9a-f]{64}|hashed with SHA-256 and encoded with Base64\)\W*\w*\W?[\w+/=]{44})");
  if (!own.empty()) replace_all(text, own, " ");
  re2::RE2::GlobalReplace(&text, kIds, " ");
  return text;
}

void add_known(std::string_view text, const Design& design, std::vector<std::string>& kinds) {
  for (const auto& [name, pattern] : compiled()) {
    if (name == kKeyId && design.key_id) continue;
    if (std::find(kinds.begin(), kinds.end(), name) != kinds.end()) continue;
    if (re2::RE2::PartialMatch({text.data(), text.size()}, *pattern)) kinds.emplace_back(name);
  }
}

}  // namespace

std::vector<std::string> kinds_of_secrets(std::string_view text, const Design& design,
                                          std::string_view own) {
  std::vector<std::string> kinds;
  const auto left = untaken(text);
  add_known(left, design, kinds);
  any_reading(left, [&](std::string_view reading) {
    add_known(reading, design, kinds);
    return !kinds.empty();
  });
  if (!kinds.empty() || design.random) return kinds;
  const auto rest = without_ids(left, own);
  if (has_secret_access_key(rest)) {
    kinds.emplace_back("what looks like an AWS secret access key");
  } else if (has_random_run(rest)) {
    kinds.emplace_back("what looks random, as keys do");
  }
  return kinds;
}

}  // namespace stunt::recorder
