// SPDX-License-Identifier: MIT
#include "verdict/calls.h"

#include "aws/json_of.h"
#include "scenarios/read_match.h"

namespace stunt::verdict {
namespace {

/// "a", "a or b"; nothing if it is neither a text nor a list of texts.
std::string words(const aws::Json& json) {
  if (json.is_string()) return json.get<std::string>();
  std::string text;
  if (!json.is_array()) return text;
  for (const auto& item : json) {
    if (!item.is_string()) return {};
    text += (text.empty() ? "" : " or ") + item.get<std::string>();
  }
  return text;
}

}  // namespace

Calls read_calls(const input::Value& value, const aws::ServiceModel& service) {
  scenarios::Target target{service, {}};
  auto match = scenarios::read_match(value, target, scenarios::Judged::ended);
  return {std::move(match).value_or(scenarios::Match()), aws::json_of(value)};
}

std::string describe(const Calls& calls) {
  std::string operation = "any call", secret, outcome, others;
  for (const auto& [name, condition] : calls.written.items()) {
    const auto text = words(condition);
    if (name == "operation" && !text.empty()) {
      if (text != "*") operation = text;
    } else if (name == "secretId" && !text.empty()) {
      secret = " of " + text;
    } else if (name == "outcome") {
      outcome = " that ended " + text;
    } else {
      others += (others.empty() ? " with conditions on " : ", ") + name;
    }
  }
  return operation + secret + outcome + others;
}

bool meets(const scenarios::Match& match, const Entry& entry, const scenarios::Board& board) {
  if (!entry.counts()) return false;
  if (entry.outcome) return match.matches(entry.call(), board, *entry.outcome);
  return !match.outcome && match.matches(entry.call(), board);
}

bool may_meet(const scenarios::Match& match, const Entry& entry, const scenarios::Board& board) {
  return entry.counts() && !entry.outcome && match.outcome && match.matches(entry.call(), board);
}

Met met(const Calls& calls, const Evidence& evidence) {
  Met met;
  for (const auto& entry : evidence.journal.entries) {
    if (meets(calls.match, entry, evidence.board)) met.seqs.push_back(entry.seq());
    if (may_meet(calls.match, entry, evidence.board)) met.open.push_back(entry.seq());
  }
  return met;
}

}  // namespace stunt::verdict
