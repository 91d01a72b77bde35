// SPDX-License-Identifier: MIT
#include "scenarios/read_operations.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/read_text.h"

namespace stunt::scenarios {
namespace {

using input::quote;
using input::Value;
using Names = std::vector<std::string_view>;

/// The service has fewer.
constexpr std::size_t kMostOperations = 100;

bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A name that nobody has excludes nothing either: it is looked for in `not` too.
bool has_known_names(const Value& value, const TextMatcher& matcher, const Names& names) {
  const auto& is = matcher.conditions();
  std::optional<std::string_view> unknown;
  if (is.equals && !is_one_of(names, *is.equals)) unknown = *is.equals;
  if (is.glob && is.glob->is_literal() && !is_one_of(names, is.glob->pattern())) {
    unknown = is.glob->pattern();
  }
  if (unknown) {
    value.wrong("unknown operation " + quote(*unknown), input::suggest(*unknown, names));
    return false;
  }
  return !is.none || has_known_names(*value.find("not"), *is.none, names);
}

void read_operation(const Value& value, const Names& names, std::vector<TextMatcher>& operations) {
  auto matcher = read_text(value, Presence::always);
  if (!matcher || !has_known_names(value, *matcher, names)) return;
  if (std::any_of(names.begin(), names.end(), [&](auto name) { return matcher->matches(name); })) {
    operations.push_back(*std::move(matcher));
    return;
  }
  const auto what = matcher->is_glob() ? quote(matcher->conditions().glob->pattern()) : "this";
  value.wrong("no operation matches " + what, "there are: " + input::list_of(names));
}

}  // namespace

std::vector<TextMatcher> read_operations(const Value& value, const aws::ServiceModel& service) {
  std::vector<TextMatcher> operations;
  Names names;
  for (const auto& operation : service.operations) names.push_back(operation.name);
  if (value.kind() != input::Kind::list) {
    read_operation(value, names, operations);
    return operations;
  }
  const auto items = value.items();
  if (items.empty()) {
    value.wrong("the list is empty", "name an operation, or leave 'operation' out to match all");
  }
  if (items.size() > kMostOperations) {
    value.wrong("more than " + std::to_string(kMostOperations) + " operations", "use a glob");
    return operations;
  }
  for (const auto& item : items) read_operation(item, names, operations);
  return operations;
}

}  // namespace stunt::scenarios
