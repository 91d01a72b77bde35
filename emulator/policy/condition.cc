// SPDX-License-Identifier: MIT
#include "emulator/policy/condition.h"

#include <algorithm>
#include <array>

#include "aws/arn.h"
#include "emulator/policy/wildcard.h"
#include "http/ascii.h"

namespace stunt::emulator::policy {
namespace {

using Quantifier = Condition::Quantifier;

bool equal(std::string_view said, std::string_view wanted) { return said == wanted; }

bool equal_but_for_case(std::string_view said, std::string_view wanted) {
  return http::lower(said) == http::lower(wanted);
}

bool alike(std::string_view said, std::string_view wanted) {
  return matches_wildcard(wanted, said);
}

/// Part by part, so that a star does not reach over a colon.
bool alike_as_arns(std::string_view said, std::string_view wanted) {
  const auto a = aws::read_arn(said), pattern = aws::read_arn(wanted);
  return a && pattern && alike(a->partition, pattern->partition) &&
         alike(a->service, pattern->service) && alike(a->region, pattern->region) &&
         alike(a->account, pattern->account) && alike(a->resource, pattern->resource);
}

constexpr std::array kOperators = {
    Operator{"StringEquals", false, equal},
    Operator{"StringNotEquals", true, equal},
    Operator{"StringEqualsIgnoreCase", false, equal_but_for_case},
    Operator{"StringNotEqualsIgnoreCase", true, equal_but_for_case},
    Operator{"StringLike", false, alike},
    Operator{"StringNotLike", true, alike},
    Operator{"ArnEquals", false, alike_as_arns},
    Operator{"ArnNotEquals", true, alike_as_arns},
    Operator{"ArnLike", false, alike_as_arns},
    Operator{"ArnNotLike", true, alike_as_arns},
    Operator{"Bool", false, equal_but_for_case},
    Operator{.name = "Null", .compare = equal_but_for_case, .about_presence = true},
    Operator{"BinaryEquals"},
    Operator{"DateEquals"},
    Operator{"DateNotEquals", true},
    Operator{"DateLessThan"},
    Operator{"DateLessThanEquals"},
    Operator{"DateGreaterThan"},
    Operator{"DateGreaterThanEquals"},
    Operator{"IpAddress"},
    Operator{"NotIpAddress", true},
    Operator{"NumericEquals"},
    Operator{"NumericNotEquals", true},
    Operator{"NumericLessThan"},
    Operator{"NumericLessThanEquals"},
    Operator{"NumericGreaterThan"},
    Operator{"NumericGreaterThanEquals"},
};

bool take_front(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view back) {
  if (!text.ends_with(back)) return false;
  text.remove_suffix(back.size());
  return true;
}

}  // namespace

std::optional<Condition> read_operator(std::string_view text) {
  Condition condition;
  if (take_front(text, "ForAnyValue:")) {
    condition.quantifier = Quantifier::any;
  } else if (take_front(text, "ForAllValues:")) {
    condition.quantifier = Quantifier::all;
  }
  condition.if_exists = take_back(text, "IfExists");
  const auto found = std::ranges::find(kOperators, text, &Operator::name);
  if (found == kOperators.end() || (found->about_presence && condition.if_exists)) {
    return std::nullopt;
  }
  condition.op = &*found;
  return condition;
}

bool holds(const Condition& condition, const Facts& facts) {
  const auto& op = *condition.op;
  const auto said = facts(condition.key);
  if (!said || !op.compare) return false;
  const auto is_wanted = [&](std::string_view value) {
    return std::ranges::any_of(condition.wanted,
                               [&](const auto& wanted) { return op.compare(value, wanted); });
  };
  if (op.about_presence) return is_wanted(said->empty() ? "true" : "false");
  const auto does = [&](const std::string& value) { return is_wanted(value) != op.negated; };
  if (said->empty()) {
    if (condition.quantifier == Quantifier::any) return condition.if_exists;
    return condition.if_exists || op.negated || condition.quantifier == Quantifier::all;
  }
  if (condition.quantifier == Quantifier::all) return std::ranges::all_of(*said, does);
  return std::ranges::any_of(*said, does);
}

}  // namespace stunt::emulator::policy
