// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "aws/json.h"
#include "harness/admin/route.h"

namespace stunt::harness::admin {

/// The OpenAPI 3.1 document of the routes. `with_token`: those that are not open want one.
aws::Json openapi(const std::vector<Route>& routes, bool with_token);

}  // namespace stunt::harness::admin
