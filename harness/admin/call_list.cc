// SPDX-License-Identifier: MIT
#include "harness/admin/call_list.h"

#include <charconv>
#include <stdexcept>

#include "harness/transcriber.h"
#include "input/quote.h"
#include "recorder/transcript/write_line.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kNumber = R"({"type": "integer", "minimum": 0})";
constexpr std::string_view kLimit =
    R"({"type": "integer", "minimum": 1, "maximum": 10000, "default": 10000})";

std::vector<std::string> texts(const Ask& ask, std::string_view name) {
  const auto found = ask.query.find(name);
  return found == ask.query.end() ? std::vector<std::string>() : std::vector{found->second};
}

}  // namespace

std::uint64_t read_number(const Ask& ask, std::string_view name, std::uint64_t otherwise,
                          std::uint64_t most) {
  const auto found = ask.query.find(name);
  if (found == ask.query.end()) return otherwise;
  const auto& text = found->second;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number <= most) return number;
  throw Problem(400, "parameter " + input::quote(name) + ": " + input::quote(text) +
                         " is no whole number from 0" +
                         (most == UINT64_MAX ? "" : " to " + std::to_string(most)));
}

std::size_t read_limit(const Ask& ask) {
  const auto limit = read_number(ask, "limit", Choice::kMost, Choice::kMost);
  if (limit == 0) throw Problem(400, "parameter 'limit': at least 1");
  return static_cast<std::size_t>(limit);
}

Choice read_choice(const Ask& ask) {
  Choice choice;
  choice.filter.operations = texts(ask, "op");
  choice.filter.secrets = texts(ask, "secret");
  choice.filter.outcomes = texts(ask, "outcome");
  choice.since = read_number(ask, "since", 0);
  choice.limit = read_limit(ask);
  return choice;
}

Route::Parameter limit_parameter() { return {"limit", "the first so many", kLimit}; }

std::vector<Route::Parameter> choice_parameters() {
  return {
      {"op", "an operation, or a glob: Get*"},
      {"secret", "a secret's name or ARN, or a glob"},
      {"outcome", "ok, clientError, serverError, throttled, reset, closed, timeout, clientGone"},
      {"since", "only calls with a higher seq", kNumber},
      limit_parameter()};
}

CallList list_calls(Scope& scope, const Choice& choice,
                    const std::function<bool(const verdict::Entry&)>& wanted) {
  std::function<bool(const recorder::ExchangeLine&)> fits;
  try {
    fits = harness::wanted(choice.filter);
  } catch (const std::invalid_argument& wrong) {
    throw Problem(400, wrong.what());
  }
  auto& transcriber = scope.transcriber();
  const auto snapshot = transcriber.look_at(scope.journal());
  CallList list;
  list.dropped = snapshot.dropped;
  for (const auto& entry : snapshot.entries) {
    if (!entry.counts() || !entry.outcome || entry.seq() <= choice.since) continue;
    if (wanted && !wanted(entry)) continue;
    auto line = transcriber.line(*entry.exchange);
    if (fits && !fits(line)) continue;
    if (list.lines.size() == choice.limit) {
      list.more = true;
      break;
    }
    list.lines.push_back(std::move(line));
  }
  return list;
}

aws::Json to_json(const CallList& list) {
  aws::Json exchanges = aws::Json::array();
  for (const auto& line : list.lines) {
    exchanges.push_back(aws::Json::parse(recorder::to_line(line)));
  }
  aws::Json json = {{"count", list.lines.size()}, {"exchanges", std::move(exchanges)}};
  if (list.more) json["more"] = true;
  return json;
}

}  // namespace stunt::harness::admin
