// SPDX-License-Identifier: MIT
#include <utility>

#include "harness/admin/routes/shim_tables.h"
#include "harness/admin/routes/tables.h"

namespace stunt::harness::admin {

std::vector<Route> shim_routes() {
  auto routes = chaos_routes();
  for (auto& route : moto_routes()) routes.push_back(std::move(route));
  return routes;
}

}  // namespace stunt::harness::admin
