// SPDX-License-Identifier: MIT
//
// Which calls there were, by the conditions that scenarios have in `expect`.
#include "aws/error.h"
#include "emulator/model/secrets_manager.h"
#include "harness/admin/body.h"
#include "harness/admin/call_list.h"
#include "harness/admin/near_misses.h"
#include "harness/admin/routes/tables.h"
#include "harness/run/evidence.h"
#include "verdict/calls.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kMatch =
    R"({"type": "object", "description": "conditions as in `expect: calls`",
        "examples": [{"operation": "GetSecretValue", "secretId": "prod/db"}]})";
constexpr std::string_view kFound = R"({"type": "object", "required": ["count", "exchanges"],
    "properties": {"count": {"type": "integer"}, "more": {"type": "boolean"},
      "exchanges": {"type": "array", "items": {"$ref": "#/components/schemas/Exchange"}}}})";
constexpr std::string_view kCount = R"({"type": "object", "required": ["count"],
    "properties": {"count": {"type": "integer"}}})";
constexpr std::string_view kNear = R"({"type": "object", "required": ["nearMisses"],
    "properties": {"nearMisses": {"type": "array", "items": {"type": "object",
      "properties": {"seq": {"type": "integer"}, "text": {"type": "string"}}}}}})";

/// What a replay answers that has nothing to answer with.
constexpr std::string_view kReplayMiss = "StuntReplayMiss";

scenarios::Match read_match(const Ask& ask) {
  Body body(ask);
  auto calls = verdict::read_calls(body.root(), emulator::secrets_manager());
  body.check();
  return std::move(calls.match);
}

http::Reply find(const Ask& ask) {
  const auto match = read_match(ask);
  const auto& board = ask.scope->board();
  Choice choice;
  choice.since = read_number(ask, "since", 0);
  choice.limit = read_limit(ask);
  return json_reply(200, to_json(list_calls(*ask.scope, choice, [&](const auto& entry) {
                      return verdict::meets(match, entry, board);
                    })));
}

/// Counts calls in flight too, as `expect` does.
http::Reply count(const Ask& ask) {
  const auto match = read_match(ask);
  return json_reply(200, {{"count", verdict::met({match}, evidence_of(*ask.scope)).seqs.size()}});
}

http::Reply unmatched(const Ask& ask) {
  const bool replays = ask.scope->replay() != nullptr;
  auto list = list_calls(*ask.scope, read_choice(ask), [replays](const verdict::Entry& entry) {
    const auto& outcome = entry.exchange->outcome;
    if (!replays) return outcome.faults.empty();
    return !outcome.replayed && outcome.reply && aws::error_code(*outcome.reply) == kReplayMiss;
  });
  return json_reply(200, to_json(list));
}

http::Reply near_misses(const Ask& ask) {
  return json_reply(200, {{"nearMisses", near_misses_json(*ask.scope, read_match(ask))}});
}

}  // namespace

std::vector<Route> query_routes() {
  std::vector<Route> routes = {
      {"POST", "/_stunt/v1/transcript/find", "The calls that meet conditions", Slow{&find}},
      {"POST", "/_stunt/v1/transcript/count", "How many calls meet conditions", Slow{&count}},
      {"GET", "/_stunt/v1/transcript/unmatched",
       "The calls that no rule struck; of a replay those that it had no answer to",
       Slow{&unmatched}},
      {"POST", "/_stunt/v1/near-misses",
       "The up to three calls that met most of the conditions and not all", Slow{&near_misses}},
  };
  for (const std::size_t i : {0u, 1u, 3u}) {
    routes[i].body = {{"application/json", kMatch}, {"application/yaml", kMatch}};
  }
  const Route::Answer found{
      200, "the calls, without their secrets", {{"application/json", kFound}}};
  routes[0].parameters = {{"since", "only calls with a higher seq", R"({"type": "integer"})"},
                          limit_parameter()};
  routes[0].answers = routes[2].answers = {found};
  routes[1].answers = {{200, "how many", {{"application/json", kCount}}}};
  routes[2].parameters = choice_parameters();
  routes[3].answers = {{200, "the calls", {{"application/json", kNear}}}};
  return routes;
}

}  // namespace stunt::harness::admin
