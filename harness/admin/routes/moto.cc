// SPDX-License-Identifier: MIT
//
// What suites that were written for moto's server ask for between two tests.
#include "harness/admin/reset.h"
#include "harness/admin/routes/shim_tables.h"

namespace stunt::harness::admin {
namespace {

http::Reply reset_everything(const Ask& ask) {
  reset_all(ask.ground);
  return json_reply(200, {{"status", "ok"}});
}

}  // namespace

std::vector<Route> moto_routes() {
  Route route{"POST", "/moto-api/reset", "Resets all scopes, for suites written for moto's server",
              Slow{&reset_everything}};
  route.answers = {{200, "they are as they began", {{}}}};
  route.scoped = false;
  return {route};
}

}  // namespace stunt::harness::admin
