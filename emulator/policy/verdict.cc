// SPDX-License-Identifier: MIT
#include "emulator/policy/verdict.h"

#include <algorithm>

#include "emulator/policy/wildcard.h"
#include "http/ascii.h"

namespace stunt::emulator::policy {
namespace {

bool is_about(const Scope<std::string>& scope, std::string_view what, bool case_counts) {
  const auto text = case_counts ? std::string(what) : http::lower(what);
  const bool is_entry = std::ranges::any_of(scope.entries, [&](const std::string& pattern) {
    return matches_wildcard(case_counts ? pattern : http::lower(pattern), text);
  });
  return is_entry != scope.except;
}

Meant meant(const Scope<Principal>& principals, std::string_view account) {
  const auto named = meant(principals.entries, account);
  if (!principals.except || named == Meant::perhaps) return named;
  return named == Meant::yes ? Meant::no : Meant::yes;
}

bool applies(const Statement& statement, const Request& request) {
  const auto who = meant(statement.principals, request.account);
  if (who == Meant::no || (who == Meant::perhaps && statement.effect == Effect::deny)) return false;
  return is_about(statement.actions, request.action, /*case_counts=*/false) &&
         is_about(statement.resources, request.resource, /*case_counts=*/true) &&
         std::ranges::all_of(statement.conditions, [&](const Condition& condition) {
           return holds(condition, request.facts);
         });
}

}  // namespace

Verdict verdict(const Policy& policy, const Request& request) {
  auto found = Verdict::silent;
  for (const auto& statement : policy.statements) {
    if (!applies(statement, request)) continue;
    if (statement.effect == Effect::deny) return Verdict::denied;
    found = Verdict::allowed;
  }
  return found;
}

}  // namespace stunt::emulator::policy
