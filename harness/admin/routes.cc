// SPDX-License-Identifier: MIT
#include "harness/admin/routes.h"

#include <array>

#include "harness/admin/routes/tables.h"

namespace stunt::harness::admin {

const std::vector<Route>& routes() {
  static constexpr std::array kTables = {
      &service_routes, &scope_routes,    &rule_routes,      &state_routes,      &scenario_routes,
      &judging_routes, &snapshot_routes, &clock_routes,     &transcript_routes, &query_routes,
      &await_routes,   &event_routes,    &recording_routes, &metric_routes,     &shim_routes};
  static const auto kAll = [] {
    std::vector<Route> all;
    for (const auto& table : kTables) {
      for (auto& route : table()) all.push_back(std::move(route));
    }
    return all;
  }();
  return kAll;
}

}  // namespace stunt::harness::admin
