// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/admin/route.h"

namespace stunt::harness::admin {

/// All routes, by topic. Of two templates that fit a path the first answers.
const std::vector<Route>& routes();

}  // namespace stunt::harness::admin
