// SPDX-License-Identifier: MIT
#include "scenarios/match.h"

#include <algorithm>

#include "http/headers.h"

namespace stunt::scenarios {
namespace {

template <typename Things, typename Holds>
bool all(const Things& things, Holds holds) {
  return std::all_of(things.begin(), things.end(), holds);
}

template <typename Things, typename Holds>
bool any(const Things& things, Holds holds) {
  return std::any_of(things.begin(), things.end(), holds);
}

std::optional<std::string_view> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

/// A call that is not signed is for the service that it came to, and a pattern is held against
/// that service when it is read.
bool is_for(const Glob& service, const aws::Call& call) {
  return call.credential.service.empty() || service.matches(call.credential.service);
}

bool has_header(const aws::Call& call, std::string_view name, const TextMatcher& value) {
  std::vector<std::string_view> texts;
  for (const auto& [field, text] : call.request->headers) {
    if (http::same_name(field, name)) texts.push_back(text);
  }
  return value.matches(texts, texts.empty());
}

bool is_from(const ClientPattern& client, const aws::Call& call) {
  const auto& [key, region, agent] = client;
  if (key && !key->matches(unless_empty(call.credential.access_key_id))) return false;
  if (region && !region->matches(unless_empty(call.credential.region))) return false;
  return !agent || has_header(call, "user-agent", *agent);
}

}  // namespace

bool Match::matches_operation(std::string_view name) const {
  return operations.empty() || any(operations, [&](const auto& one) { return one.matches(name); });
}

bool Match::matches(const aws::Call& call, const Board& board, const aws::OutcomeKind* ended,
                    bool unless_known) const {
  // The cheap ones first: most rules are about other calls.
  if (secret && !secret->matches(call)) return false;
  if (!matches_operation(call.model ? call.model->name : call.operation)) return false;
  if (attempt && !attempt->includes(call.sdk.attempt)) return false;
  if (service && !is_for(*service, call)) return false;
  if (outcome && !(ended ? *ended == *outcome : unless_known)) return false;
  if (client && !is_from(*client, call)) return false;
  if (!all(headers, [&](const auto& one) { return has_header(call, one.first, one.second); })) {
    return false;
  }
  if (!all(pointers, [&](const auto& one) { return one.matches(call.body); })) return false;
  if (body && !body->matches(&call.body)) return false;
  if (!all(states, [&](const auto& one) { return board.is(one.first, one.second); })) return false;
  if (none && none->matches(call, board, ended, !unless_known)) return false;
  return any_of.empty() || any(any_of, [&](const Match& one) {
           return one.matches(call, board, ended, unless_known);
         });
}

bool Match::can_match(std::string_view operation) const {
  return matches_operation(operation) && !(none && none->must_match(operation)) &&
         (any_of.empty() || any(any_of, [&](const auto& one) { return one.can_match(operation); }));
}

bool Match::is_only_about_operations() const {
  return !service && !secret && !body && pointers.empty() && headers.empty() && !client &&
         !attempt && states.empty() && !outcome;
}

bool Match::must_match(std::string_view operation) const {
  const bool says_something = !operations.empty() || none || !any_of.empty();
  return says_something && is_only_about_operations() && matches_operation(operation) &&
         !(none && none->can_match(operation)) &&
         (any_of.empty() ||
          any(any_of, [&](const auto& one) { return one.must_match(operation); }));
}

std::vector<const aws::OperationModel*> operations_of(const Match& match,
                                                      const aws::ServiceModel& service) {
  std::vector<const aws::OperationModel*> found;
  for (const auto& operation : service.operations) {
    if (match.can_match(operation.name)) found.push_back(&operation);
  }
  return found;
}

}  // namespace stunt::scenarios
