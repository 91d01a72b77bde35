// SPDX-License-Identifier: MIT
#include <utility>

#include "harness/admin/routes/tables.h"
#include "harness/admin/routes/traffic_tables.h"

namespace stunt::harness::admin {

std::vector<Route> traffic_routes() {
  std::vector<Route> routes;
  for (const auto& table : {&transcript_routes, &query_routes, &await_routes, &event_routes,
                            &recording_routes, &metric_routes}) {
    for (auto& route : table()) routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace stunt::harness::admin
