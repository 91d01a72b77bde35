// SPDX-License-Identifier: MIT
#include "aws/json.h"
#include "harness/admin/openapi.h"
#include "harness/admin/routes.h"
#include "harness/admin/routes/tables.h"
#include "harness/version.h"

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kHealth = R"({"$ref": "#/components/schemas/Health"})";

http::Reply health(const Ask& ask) {
  const auto health = ask.ground.health();
  if (ask.trusted) return json_reply(200, health);
  // Paths and the names of scopes are not for everybody.
  return json_reply(200, {{"status", health["status"]}, {"version", health["version"]}});
}

http::Reply ready(const Ask& ask) {
  const auto health = ask.ground.health();
  const auto status = health.value("status", "");
  if (status != "ok") throw Problem(503, status);
  return json_reply(200, {{"status", "ready"}});
}

http::Reply version(const Ask&) { return json_reply(200, {{"version", kVersion}, {"api", "v1"}}); }

http::Reply document(const Ask& ask) {
  return json_reply(200, openapi(routes(), ask.ground.settings.admin.wants_token()));
}

}  // namespace

std::vector<Route> service_routes() {
  std::vector<Route> routes = {
      {"GET", "/_stunt/v1/health", "What runs, and what is wrong with it", &health},
      {"GET", "/_stunt/v1/ready", "Whether all that was asked for works", &ready},
      {"GET", "/_stunt/v1/version", "The version of the program", &version},
      {"GET", "/_stunt/openapi.json", "This document", &document},
  };
  routes[0].answers = {{200, "it serves", {{"application/json", kHealth}}}};
  routes[1].answers = {{200, "it does", {{}}}, {503, "it does not"}};
  routes[2].answers = {{200, "the version", {{}}}};
  routes[3].answers = {{200, "OpenAPI 3.1", {{}}}};
  for (auto& route : routes) {
    route.scoped = false;
    route.open = true;
  }
  return routes;
}

}  // namespace stunt::harness::admin
