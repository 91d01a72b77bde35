// SPDX-License-Identifier: MIT
#include "scenarios/read_match.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <string>

#include "http/field.h"
#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/machines.h"
#include "scenarios/read_body.h"
#include "scenarios/read_operations.h"
#include "scenarios/read_text.h"

namespace stunt::scenarios {
namespace {

using input::Kind;
using input::Object;
using input::quote;
using input::Value;
using Operations = std::vector<const aws::OperationModel*>;

constexpr std::array<std::string_view, 12> kStatic = {
    "service", "operation", "secretId", "body",    "bodyPointer", "header",
    "client",  "attempt",   "state",    "outcome", "not",         "anyOf"};
constexpr std::array<std::string_view, 4> kCounting = {"nth", "nthBy", "probability", "window"};

constexpr std::size_t kMostHeaders = 100;
constexpr std::size_t kMostAlternatives = 100;

/// A secret's name never matches a call that names none.
void check_names_secrets(const Value& value, const SecretPattern& secret,
                         const Operations& operations) {
  const bool can_match =
      operations.empty() || secret.matches(aws::Call()) ||
      std::any_of(operations.begin(), operations.end(),
                  [](const auto* operation) { return !operation->resource.empty(); });
  if (can_match) return;
  value.wrong(
      std::string(operations.front()->name) + " names no secret, so that this never matches",
      "leave 'secretId' out");
}

std::optional<Glob> read_service(const Value& value, const aws::ServiceModel& service) {
  auto glob = read_glob(value);
  if (glob && !glob->matches(service.signing_name)) {
    const std::array names = {service.signing_name};
    value.wrong("no service here is " + quote(glob->pattern()),
                input::suggest(glob->pattern(), names));
    return std::nullopt;
  }
  return glob;
}

std::vector<std::pair<std::string, TextMatcher>> read_headers(const Value& value) {
  std::vector<std::pair<std::string, TextMatcher>> headers;
  const auto entries = value.entries();
  if (value.kind() == Kind::object && entries.empty()) {
    value.wrong("no header", "name one, or leave 'header' out");
  }
  if (entries.size() > kMostHeaders) {
    value.wrong("more than " + std::to_string(kMostHeaders) + " headers", "leave some out");
    return headers;
  }
  for (const auto& entry : entries) {
    if (!http::is_token(entry.name)) {
      entry.value.wrong(entry.at, quote(entry.name) + " is not the name of a header",
                        "use letters, digits and hyphens");
    } else if (auto text = read_text(entry.value, Presence::maybe)) {
      headers.emplace_back(entry.name, *std::move(text));
    }
  }
  return headers;
}

std::optional<ClientPattern> read_client(const Value& value) {
  static constexpr std::array<std::string_view, 3> kNames = {"accessKeyId", "region", "userAgent"};
  const auto object = value.object({kNames});
  if (!object) return std::nullopt;
  if (value.entries().empty()) value.wrong("no condition", "add one: " + input::list_of(kNames));
  const auto read = [&](std::string_view name) -> std::optional<TextMatcher> {
    const auto member = object->find(name);
    return member ? read_text(*member, Presence::maybe) : std::nullopt;
  };
  return ClientPattern{read("accessKeyId"), read("region"), read("userAgent")};
}

std::vector<std::pair<std::string, std::string>> read_states(const Value& value,
                                                             const Target& target) {
  std::vector<std::pair<std::string, std::string>> states;
  const auto entries = value.entries();
  if (value.kind() == Kind::object && entries.empty()) {
    value.wrong("no machine", "name one, or leave 'state' out");
  }
  for (const auto& entry : entries) {
    check_machine(entry, target.machines);
    if (const auto state = read_state(entry.value)) {
      states.emplace_back(entry.name, *state);
    }
  }
  return states;
}

std::optional<aws::OutcomeKind> read_outcome(const Value& value, Judged judged) {
  if (judged == Judged::arrivals) {
    value.wrong("a call that arrives has no outcome yet", "only 'expect' can ask for it");
    return std::nullopt;
  }
  const auto chosen = value.choice({aws::outcome_kind_names()});
  return chosen ? std::optional(static_cast<aws::OutcomeKind>(*chosen)) : std::nullopt;
}

/// Conditions within conditions: at least one.
std::optional<Match> read_nested(const Value& value, Target& target, Judged judged) {
  auto match = read_match(value, target, judged);
  if (match && value.entries().empty()) {
    value.wrong("no condition", "add one: " + input::list_of(kStatic));
    return std::nullopt;
  }
  return match;
}

std::shared_ptr<const Match> read_not(const Value& value, const Target& target, Judged judged) {
  auto inner = target;
  auto match = read_nested(value, inner, judged);
  return match ? std::make_shared<const Match>(*std::move(match)) : nullptr;
}

/// Leaves nothing in `target` if one of them cannot be met: that was told.
std::vector<Match> read_any_of(const Value& value, Target& target, Judged judged) {
  std::vector<Match> matches;
  const auto items = value.items();
  if (value.kind() == Kind::list && items.empty()) {
    value.wrong("the list is empty", "add a condition, or leave 'anyOf' out");
  }
  if (items.size() > kMostAlternatives) {
    value.wrong("more than " + std::to_string(kMostAlternatives) + " alternatives", "use fewer");
    return matches;
  }
  bool all_clear = true;
  for (const auto& item : items) {
    auto inner = target;
    if (auto match = read_nested(item, inner, judged)) matches.push_back(*std::move(match));
    all_clear = all_clear && !inner.operations.empty();
  }
  if (!all_clear) target.operations.clear();
  return matches;
}

void keep_common(Operations& operations, const Operations& others) {
  std::erase_if(operations, [&](const auto* operation) {
    return std::find(others.begin(), others.end(), operation) == others.end();
  });
}

/// What is known of the operations once all that is said of them is read.
void narrow(const Value& value, const Match& match, Target& target) {
  const bool was_clear = !target.operations.empty();
  keep_common(target.operations, operations_of(match, target.service));
  if (was_clear && target.operations.empty()) {
    value.wrong("no operation meets all that is said here", "remove one of the conditions");
  }
}

/// Those that do not belong there are told.
std::optional<Object> read_object(const Value& value, std::span<const std::string_view> beside) {
  std::vector<std::string_view> names(kStatic.begin(), kStatic.end());
  const auto others = beside.empty() ? counting_conditions() : beside;
  names.insert(names.end(), others.begin(), others.end());
  const auto object = value.object({names});
  if (!object || !beside.empty()) return object;
  for (const auto name : kCounting) {
    if (const auto member = object->find(name)) {
      member->wrong(quote(name) + " does not belong here",
                    "counts and chance belong to the rule itself: write it in its 'when'");
    }
  }
  return object;
}

}  // namespace

std::span<const std::string_view> counting_conditions() { return kCounting; }

std::optional<Match> read_match(const Value& value, Target& target, Judged judged,
                                std::span<const std::string_view> beside) {
  const auto object = read_object(value, beside);
  if (!object) return std::nullopt;
  Match match;
  if (const auto operation = object->find("operation")) {
    match.operations = read_operations(*operation, target.service);
    if (match.operations.empty()) target.operations.clear();
  }
  narrow(value, match, target);
  if (const auto none = object->find("not")) match.none = read_not(*none, target, judged);
  if (const auto any_of = object->find("anyOf")) {
    match.any_of = read_any_of(*any_of, target, judged);
  }
  narrow(value, match, target);
  if (const auto service = object->find("service")) {
    match.service = read_service(*service, target.service);
  }
  if (const auto secret = object->find("secretId")) {
    if (auto text = read_text(*secret, Presence::maybe)) {
      match.secret.emplace(*std::move(text));
      check_names_secrets(*secret, *match.secret, target.operations);
    }
  }
  if (const auto body = object->find("body")) match.body = read_body(*body, target);
  if (const auto pointers = object->find("bodyPointer")) {
    match.pointers = read_pointers(*pointers, target);
  }
  if (const auto headers = object->find("header")) match.headers = read_headers(*headers);
  if (const auto client = object->find("client")) match.client = read_client(*client);
  if (const auto attempt = object->find("attempt")) match.attempt = read_nth(*attempt, "attempt");
  if (const auto state = object->find("state")) {
    if (judged == Judged::ended) {
      state->wrong("afterwards nobody knows which state it was then", "leave it out");
    }
    match.states = read_states(*state, target);
  }
  if (const auto outcome = object->find("outcome")) match.outcome = read_outcome(*outcome, judged);
  return match;
}

}  // namespace stunt::scenarios
