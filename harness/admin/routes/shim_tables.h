// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/admin/route.h"

namespace stunt::harness::admin {

// The parts of shim_routes().
std::vector<Route> chaos_routes();
std::vector<Route> moto_routes();

}  // namespace stunt::harness::admin
