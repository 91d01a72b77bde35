// SPDX-License-Identifier: MIT
#include <optional>
#include <string>
#include <utility>

#include "harness/admin/body.h"
#include "harness/admin/routes/tables.h"
#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/machines.h"
#include "scenarios/read_name.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kState = R"({"type": "object", "required": ["state"],
  "properties": {"state": {"type": "string", "minLength": 1}}})";
constexpr std::size_t kMostMachines = 1000;

http::Reply list(const Ask& ask) {
  aws::Json machines = aws::Json::object();
  for (const auto& [machine, state] : ask.scope->board().states()) machines[machine] = state;
  return json_reply(200, {{"machines", std::move(machines)}});
}

http::Reply get(const Ask& ask) {
  const auto& machine = ask.arguments.front();
  if (const auto state = ask.scope->board().state(machine)) {
    return json_reply(200, {{"machine", machine}, {"state", *state}});
  }
  const auto states = ask.scope->board().states();
  std::vector<std::string_view> known;
  for (const auto& one : states) known.push_back(one.first);
  throw Problem(404, "there is no machine " + input::quote(machine) + "; " +
                         (known.empty() ? "PUT makes one" : input::suggest(machine, known)));
}

http::Reply put(const Ask& ask) {
  static constexpr std::string_view kNames[] = {"state"};
  const auto& machine = ask.arguments.front();
  if (!scenarios::is_name(machine)) {
    throw Problem(400, input::quote(machine) + " is not a name; " + scenarios::kNameHint);
  }
  Body body(ask);
  std::optional<std::string> state;
  if (const auto object = body.root().object({kNames})) {
    if (const auto value = object->require("state")) state = scenarios::read_state(*value);
  }
  body.check();
  auto& board = ask.scope->board();
  if (!board.state(machine) && board.states().size() >= kMostMachines) {
    throw Problem(409, "there are " + std::to_string(kMostMachines) + " machines already");
  }
  board.set(machine, *state);
  return json_reply(200, {{"machine", machine}, {"state", *state}});
}

}  // namespace

std::vector<Route> state_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/state", "Which state each machine of the rules is in", &list},
      {"GET", "/_stunt/v1/state/{machine}", "Which state one is in", &get},
      {"PUT", "/_stunt/v1/state/{machine}", "Puts one into a state, and makes it if there is none",
       &put},
  };
  routes[0].answers = {{200, "the machines", {{}}}};
  routes[1].answers = {{200, "its state", {{"application/json", kState}}}, {404, "none"}};
  routes[2].body = {{"application/json", kState}};
  routes[2].answers = {{200, "its state", {{"application/json", kState}}}};
  return routes;
}

}  // namespace stunt::harness::admin
