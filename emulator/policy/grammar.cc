// SPDX-License-Identifier: MIT
#include "emulator/policy/grammar.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "aws/arn.h"
#include "aws/json.h"
#include "emulator/policy/elements.h"
#include "emulator/policy/wildcard.h"
#include "http/ascii.h"

namespace stunt::emulator::policy {
namespace {

using aws::Json;

/// "secretsmanager:Get*"
bool is_action(std::string_view text) {
  if (text == "*") return true;
  const auto colon = text.find(':');
  if (colon == text.npos) return false;
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-*?";
  const auto service = text.substr(0, colon), name = text.substr(colon + 1);
  return !service.empty() && !name.empty() && service.find_first_not_of(kLetters) == text.npos &&
         name.find_first_not_of(kLetters) == text.npos;
}

bool is_resource(std::string_view text) { return text == "*" || aws::read_arn(text).has_value(); }

std::optional<Scope<std::string>> read_scope(const std::optional<Either>& which,
                                             bool (*is_entry)(std::string_view)) {
  if (!which) return std::nullopt;
  auto entries = texts(*which->value);
  if (!entries || !std::ranges::all_of(*entries, is_entry)) return std::nullopt;
  return Scope<std::string>{which->except, std::move(*entries)};
}

std::optional<std::vector<Condition>> read_conditions(const Json* value) {
  std::vector<Condition> conditions;
  if (!value) return conditions;
  if (!value->is_object()) return std::nullopt;
  for (const auto& [name, keys] : value->items()) {
    auto condition = read_operator(name);
    if (!condition || !keys.is_object()) return std::nullopt;
    for (const auto& [key, wanted] : keys.items()) {
      auto values = scalars(wanted);
      if (!values || key.empty()) return std::nullopt;
      condition->key = http::lower(key);
      condition->wanted = std::move(*values);
      conditions.push_back(*condition);
    }
  }
  return conditions;
}

class Reader {
 public:
  std::optional<Policy> policy(const Json& document) {
    if (!is_object_of(document, {"Version", "Id", "Statement"})) return std::nullopt;
    if (!is_text_or_absent(document, "Id")) return std::nullopt;
    const auto* version = element(document, "Version");
    if (version && *version != "2012-10-17" && *version != "2008-10-17") return std::nullopt;
    const auto* statements = element(document, "Statement");
    if (!statements) return std::nullopt;
    return policy_of(statements->is_array() ? *statements : Json::array({*statements}));
  }

  bool names_strangers = false;

 private:
  std::optional<Policy> policy_of(const Json& list) {
    Policy read;
    for (const auto& item : list) {
      auto one = statement(item);
      if (!one) return std::nullopt;
      read.statements.push_back(std::move(*one));
    }
    return read.statements.empty() ? std::nullopt : std::optional(std::move(read));
  }

  std::optional<Statement> statement(const Json& value) {
    if (!is_object_of(value, {"Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction",
                              "Resource", "NotResource", "Condition"})) {
      return std::nullopt;
    }
    const auto* effect = element(value, "Effect");
    if (!effect || (*effect != "Allow" && *effect != "Deny") || !has_own_sid(value)) {
      return std::nullopt;
    }
    auto principals = read_principals(either(value, "Principal", "NotPrincipal"));
    auto actions = read_scope(either(value, "Action", "NotAction"), is_action);
    auto resources = read_scope(either(value, "Resource", "NotResource"), is_resource);
    auto conditions = read_conditions(element(value, "Condition"));
    if (!principals || !actions || !resources || !conditions) return std::nullopt;
    return Statement{*effect == "Allow" ? Effect::allow : Effect::deny, std::move(*principals),
                     std::move(*actions), std::move(*resources), std::move(*conditions)};
  }

  bool has_own_sid(const Json& statement) {
    const auto* sid = element(statement, "Sid");
    return !sid || (sid->is_string() && sids_.insert(sid->get<std::string>()).second);
  }

  std::optional<Scope<Principal>> read_principals(const std::optional<Either>& which) {
    if (!which) return std::nullopt;
    Scope<Principal> read{which->except, {}};
    if (*which->value == "*") {
      read.entries.emplace_back();
      return read;
    }
    if (!is_object_of(*which->value, {"AWS", "Service", "Federated", "CanonicalUser"}) ||
        which->value->empty()) {
      return std::nullopt;
    }
    for (const auto& [type, value] : which->value->items()) {
      const auto names = texts(value);
      if (!names) return std::nullopt;
      for (const auto& name : *names) {
        auto principal = read_principal(type, name);
        if (!principal) names_strangers = true;
        if (principal) read.entries.push_back(std::move(*principal));
      }
    }
    return read;
  }

  std::set<std::string> sids_;
};

}  // namespace

tl::expected<Policy, Flaw> read_policy(std::string_view text) {
  const auto document = aws::parse_json(text);
  if (!document || repeats_a_member(text)) return tl::unexpected(Flaw::syntax);
  Reader reader;
  auto policy = reader.policy(*document);
  if (!policy) return tl::unexpected(Flaw::syntax);
  if (reader.names_strangers) return tl::unexpected(Flaw::principal);
  return std::move(*policy);
}

}  // namespace stunt::emulator::policy
