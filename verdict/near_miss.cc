// SPDX-License-Identifier: MIT
#include "verdict/near_miss.h"

#include <algorithm>

#include "input/fields.h"
#include "verdict/calls.h"

namespace stunt::verdict {
namespace {

constexpr std::size_t kMost = 3;

struct Scored {
  std::size_t met = 0;
  std::vector<std::string> differs{};
};

std::string_view operation_of(const aws::Call& call) {
  return call.model ? call.model->name : call.operation;
}

std::string ended(const Entry& entry) {
  return entry.outcome ? "it ended " + std::string(to_string(*entry.outcome))
                       : "it is still in flight";
}

/// What else the match asks for, one condition each, with its name.
std::vector<std::pair<scenarios::Match, std::string_view>> others_of(
    const scenarios::Match& match) {
  std::vector<std::pair<scenarios::Match, std::string_view>> others;
  const auto add = [&](auto member, std::string_view name) {
    scenarios::Match alone;
    alone.*member = match.*member;
    others.emplace_back(std::move(alone), name);
  };
  using scenarios::Match;
  if (match.service) add(&Match::service, "service");
  if (match.body) add(&Match::body, "body");
  if (!match.pointers.empty()) add(&Match::pointers, "bodyPointer");
  if (!match.headers.empty()) add(&Match::headers, "header");
  if (match.client) add(&Match::client, "client");
  if (match.attempt) add(&Match::attempt, "attempt");
  if (!match.states.empty()) add(&Match::states, "state");
  if (match.none) add(&Match::none, "not");
  if (!match.any_of.empty()) add(&Match::any_of, "anyOf");
  return others;
}

std::string list_of(const std::vector<std::string>& pointers) {
  std::string text;
  for (const auto& pointer : pointers) text += (text.empty() ? " at " : ", ") + pointer;
  return text;
}

/// Where the condition of this name is not met, if there is more to say than that. Names of members
/// and headers only.
std::string place_in(const scenarios::Match& condition, const aws::Call& call) {
  std::vector<std::string> places;
  if (condition.body) {
    for (const auto& name : condition.body->differing(&call.body)) {
      places.push_back("/" + input::escape_token(name));
    }
  }
  for (const auto& pattern : condition.pointers) {
    if (!pattern.matches(call.body)) places.push_back(pattern.pointer);
  }
  return list_of(places);
}

Scored score(const scenarios::Match& match, const Entry& entry, const scenarios::Board& board) {
  Scored scored;
  const auto& call = entry.call();
  const auto hold = [&](bool met, std::string otherwise) {
    if (met) {
      ++scored.met;
    } else {
      scored.differs.push_back(std::move(otherwise));
    }
  };
  if (!match.operations.empty()) {
    hold(match.matches_operation(operation_of(call)), "the operation is another");
  }
  if (match.secret) {
    hold(match.secret->matches(call),
         call.secret.empty() ? "it names no secret" : "the secret is another");
  }
  if (match.outcome) hold(entry.outcome == match.outcome, ended(entry));
  for (const auto& [condition, name] : others_of(match)) {
    const bool met = condition.matches(call, board);
    hold(met, met ? std::string() : std::string(name) + " differs" + place_in(condition, call));
  }
  return scored;
}

}  // namespace

std::string describe(const aws::Call& call) {
  const auto operation = std::string(operation_of(call));
  return (operation.empty() ? "a call" : operation) +
         (call.secret.empty() ? "" : " of " + call.secret);
}

std::vector<NearMiss> nearest_misses(const scenarios::Match& match, const Evidence& evidence) {
  std::vector<std::pair<const Entry*, Scored>> near;
  for (const auto& entry : evidence.journal.entries) {
    if (!entry.counts()) continue;
    auto scored = score(match, entry, evidence.board);
    if (scored.met > 0 && !scored.differs.empty()) near.emplace_back(&entry, std::move(scored));
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.second.met > b.second.met; });
  if (near.size() > kMost) near.resize(kMost);
  std::vector<NearMiss> misses;
  for (const auto& [entry, scored] : near) {
    std::string text = "#" + std::to_string(entry->seq()) + " " + describe(entry->call()) + ": ";
    for (std::size_t i = 0; i < scored.differs.size(); ++i) {
      text += (i > 0 ? ", " : "") + scored.differs[i];
    }
    misses.push_back({entry->seq(), std::move(text)});
  }
  return misses;
}

std::vector<std::string> tell(const std::vector<NearMiss>& misses) {
  std::vector<std::string> lines;
  for (const auto& miss : misses) lines.push_back("nearly: " + miss.text);
  return lines;
}

}  // namespace stunt::verdict
