// SPDX-License-Identifier: MIT
#include "emulator/policy/breadth.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "aws/arn.h"
#include "aws/credential.h"
#include "emulator/place.h"
#include "emulator/policy/wildcard.h"

namespace stunt::emulator::policy {
namespace {

/// Keys that say who is calling, or from where.
constexpr std::array<std::string_view, 14> kNarrowingKeys = {
    "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
    "aws:sourceaccount",    "aws:sourcearn",    "aws:sourceip",       "aws:sourceorgid",
    "aws:sourceorgpaths",   "aws:sourceowner",  "aws:sourcevpc",      "aws:sourcevpce",
    "aws:userid",           "aws:username"};

constexpr std::array<std::string_view, 6> kNarrowingOperators = {
    "StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress"};

/// A network of more addresses than a /8 (IPv4) or a /32 (IPv6) is no circle.
bool is_small_network(std::string_view range) {
  const auto slash = range.find('/');
  if (slash == range.npos) return true;
  const auto bits = range.substr(slash + 1);
  int size = 0;
  const auto read = std::from_chars(bits.data(), bits.data() + bits.size(), size);
  const bool is_v6 = range.substr(0, slash).find(':') != range.npos;
  return read.ec == std::errc() && read.ptr == bits.data() + bits.size() &&
         size >= (is_v6 ? 32 : 8);
}

/// A value is a circle if it stands for itself only; of an ARN the account is enough.
bool is_circle(std::string_view value) {
  if (value.find("${") != value.npos) return false;
  if (!has_wildcard(value)) return true;
  const auto arn = aws::read_arn(value);
  return arn && aws::is_account_id(arn->account);
}

bool narrows(const Condition& condition) {
  const auto is_among = [](const auto& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  // A call that does not say the key gets in anyhow.
  if (condition.if_exists || condition.quantifier == Condition::Quantifier::all) return false;
  if (!is_among(kNarrowingOperators, condition.op->name)) return false;
  if (!is_among(kNarrowingKeys, condition.key)) return false;
  const bool by_network = condition.op->name == "IpAddress";
  return std::ranges::all_of(condition.wanted, by_network ? is_small_network : is_circle);
}

bool names_anybody(const Scope<Principal>& principals) {
  return principals.except || std::ranges::any_of(principals.entries, [](const auto& principal) {
           return principal.kind == Principal::Kind::anybody;
         });
}

}  // namespace

bool is_broad(const Policy& policy) {
  return std::ranges::any_of(policy.statements, [](const Statement& statement) {
    return statement.effect == Effect::allow && names_anybody(statement.principals) &&
           std::ranges::none_of(statement.conditions, narrows);
  });
}

}  // namespace stunt::emulator::policy
