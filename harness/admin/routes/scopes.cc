// SPDX-License-Identifier: MIT
#include <stdexcept>
#include <string>
#include <utility>

#include "harness/admin/moving.h"
#include "harness/admin/new_scope.h"
#include "harness/admin/routes/tables.h"
#include "harness/admin/runs.h"
#include "input/did_you_mean.h"
#include "input/quote.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kScope = R"({"$ref": "#/components/schemas/Scope"})";
constexpr std::string_view kNewScope = R"({"type": "object", "properties": {
  "name": {"type": "string"}, "seed": {"type": "integer", "minimum": 0},
  "clock": {"type": "object", "description": "as in a scenario file"},
  "accessKeyIds": {"type": "array", "items": {"type": "string"}}}})";
constexpr std::string_view kCredentials = R"({"$ref": "#/components/schemas/Credentials"})";
constexpr std::string_view kScopes = R"({"type": "object", "properties": {"scopes":
  {"type": "array", "items": {"$ref": "#/components/schemas/Scope"}}}})";

aws::Json to_json(const Scope& scope) {
  return {{"name", scope.name()},
          {"accessKeyIds", scope.access_key_ids()},
          {"region", scope.region()},
          {"seed", scope.seed()},
          {"clock", clock_json(scope)}};
}

http::Reply list(const Ask& ask) {
  aws::Json scopes = aws::Json::array();
  for (const auto& scope : ask.ground.scopes.all()) scopes.push_back(to_json(*scope));
  return json_reply(200, {{"scopes", std::move(scopes)}});
}

http::Reply add(const Ask& ask) {
  auto made = read_new_scope(ask);
  const auto secret = std::string(made.secret_access_key);
  try {
    const auto scope = ask.ground.declare(std::move(made.script), std::move(made.keys));
    const auto endpoint = ask.ground.endpoint();
    auto reply = json_reply(201, {{"name", scope->name()},
                                  {"accessKeyId", scope->access_key_ids().front()},
                                  {"secretAccessKey", secret},
                                  {"endpoint", endpoint},
                                  {"region", scope->region()}});
    reply.headers.add("Location", "/_stunt/v1/scopes/" + scope->name());
    return reply;
  } catch (const std::invalid_argument& taken) {
    throw Problem(409, taken.what());
  }
}

Scopes::Held find(const Ask& ask) {
  const auto& name = ask.arguments.front();
  if (auto scope = ask.ground.scopes.find(name)) return scope;
  const auto names = ask.ground.scopes.names();
  const std::vector<std::string_view> known(names.begin(), names.end());
  throw Problem(404,
                "there is no scope " + input::quote(name) + "; " + input::suggest(name, known));
}

http::Reply get(const Ask& ask) { return json_reply(200, to_json(*find(ask))); }

http::Reply remove(const Ask& ask) {
  const auto scope = find(ask);
  if (scope.get() == &ask.ground.scopes.everybody()) {
    throw Problem(409, "the world of everybody stays; POST /_stunt/v1/reset empties it");
  }
  ask.ground.runs.remove_all(*scope);
  ask.ground.remove(scope->name());
  return {204, {}, ""};
}

}  // namespace

std::vector<Route> scope_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/scopes", "All worlds; the first is that of everybody", &list},
      {"POST", "/_stunt/v1/scopes", "One more world, empty, for those who come with its key",
       Slow{&add}},
      {"GET", "/_stunt/v1/scopes/{name}", "One of them", &get},
      {"DELETE", "/_stunt/v1/scopes/{name}", "A world leaves with all that is in it",
       Slow{&remove}},
  };
  routes[0].answers = {{200, "the worlds", {{"application/json", kScopes}}}};
  routes[1].body = {{"application/json", kNewScope}, {"application/yaml", kNewScope}};
  routes[1].answers = {{201, "how to get there", {{"application/json", kCredentials}}},
                       {409, "the name or a key is taken"}};
  routes[2].answers = {{200, "the world", {{"application/json", kScope}}}, {404, "none"}};
  routes[3].answers = {{204, "it is gone"}, {404, "none"}, {409, "that of everybody stays"}};
  for (auto& route : routes) route.scoped = false;
  return routes;
}

}  // namespace stunt::harness::admin
