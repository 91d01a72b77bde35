// SPDX-License-Identifier: MIT
#include "harness/config_redact.h"

#include <array>

#include "input/quote.h"
#include "recorder/redaction/own_rules.h"
#include "recorder/redaction/sensitive_name.h"

namespace stunt::harness {
namespace {

using input::Value;

/// A list of texts; `wrong` says what is wrong with one, or nothing.
void read_list(const std::optional<Value>& list, std::vector<std::string>& texts,
               std::string (*wrong)(const std::string&)) {
  if (!list) return;
  for (const auto& item : list->items()) {
    const auto text = item.text();
    if (!text) continue;
    std::string own(*text);
    if (const auto error = own.empty() ? "this is empty" : wrong(own); !error.empty()) {
      item.wrong(error);
    } else {
      texts.push_back(std::move(own));
    }
  }
}

std::string any_name(const std::string&) { return {}; }

std::string harmless_name(const std::string& name) {
  if (!recorder::is_sensitive_name(name)) return {};
  return input::quote(name) + " says that a secret is in it; that is redacted always";
}

}  // namespace

void read_redact(const Value& block, recorder::RedactionRules& rules) {
  static constexpr std::array<std::string_view, 4> kMembers = {"headers", "members", "patterns",
                                                               "allow"};
  const auto members = block.object({kMembers});
  if (!members) return;
  read_list(members->find("headers"), rules.headers, any_name);
  read_list(members->find("members"), rules.members, any_name);
  read_list(members->find("patterns"), rules.patterns, recorder::pattern_error);
  read_list(members->find("allow"), rules.allow, harmless_name);
}

}  // namespace stunt::harness
