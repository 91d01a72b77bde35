// SPDX-License-Identifier: MIT
#include "recorder/redaction/own_rules.h"

#include <algorithm>
#include <stdexcept>

#include <re2/re2.h>

#include "http/ascii.h"
#include "recorder/redaction/sensitive_name.h"

namespace stunt::recorder {
namespace {

std::shared_ptr<const re2::RE2> compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return std::make_shared<const re2::RE2>(pattern, options);
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string pattern_error(const std::string& pattern) {
  const auto compiled = compile(pattern);
  if (!compiled->ok()) return "this is no regular expression (RE2): " + compiled->error();
  if (re2::RE2::FullMatch("", *compiled)) return "this pattern matches where there is nothing";
  return {};
}

OwnRules::OwnRules(const RedactionRules& rules) : rules_(rules) {
  for (auto& name : rules_.headers) name = http::lower(name);
  for (const auto& pattern : rules_.patterns) {
    if (const auto error = pattern_error(pattern); !error.empty()) {
      throw std::invalid_argument(error);
    }
    patterns_.push_back(compile(pattern));
  }
}

bool OwnRules::drops_header(std::string_view name) const { return has(rules_.headers, name); }

bool OwnRules::is_secret(std::string_view member) const { return has(rules_.members, member); }

bool OwnRules::allows(std::string_view member) const {
  return has(rules_.allow, member) && !is_secret(member) && !is_sensitive_name(member);
}

std::vector<std::string_view> OwnRules::matches(std::string_view text) const {
  std::vector<std::string_view> found;
  for (const auto& pattern : patterns_) {
    re2::StringPiece match;
    for (std::size_t from = 0; from < text.size();) {
      const bool is_match = pattern->Match({text.data(), text.size()}, from, text.size(),
                                           re2::RE2::UNANCHORED, &match, 1);
      if (!is_match) break;
      if (!match.empty()) found.emplace_back(match.data(), match.size());
      from = static_cast<std::size_t>(match.data() - text.data()) +
             std::max<std::size_t>(match.size(), 1);
    }
  }
  return found;
}

}  // namespace stunt::recorder
