// SPDX-License-Identifier: MIT
#include "harness/admin/prometheus_text.h"
#include "harness/admin/routes/tables.h"

namespace stunt::harness::admin {
namespace {

/// Of each scope that the server was started with; those that came later are one.
http::Reply metrics(const Ask& ask) {
  std::map<std::string, Counts> by_scope;
  for (const auto& scope : ask.ground.scopes.all()) {
    const bool is_everybodys = scope.get() == &ask.ground.scopes.everybody();
    const bool declared = !scope->script().files.empty();
    by_scope[is_everybodys ? "" : declared ? scope->name() : "other"] += scope->counts();
  }
  return {
      200,
      {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}, {"Cache-Control", "no-store"}},
      prometheus_text(by_scope)};
}

}  // namespace

std::vector<Route> metric_routes() {
  Route route{"GET", "/_stunt/v1/metrics", "Counts for Prometheus", Slow{&metrics}};
  route.answers = {{200, "Prometheus' text format", {{"text/plain", R"({"type": "string"})"}}}};
  route.scoped = false;
  return {std::move(route)};
}

}  // namespace stunt::harness::admin
