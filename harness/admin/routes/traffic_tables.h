// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "aws/json.h"
#include "harness/admin/route.h"
#include "scenarios/match.h"

namespace stunt::harness::admin {

// The parts of traffic_routes().
std::vector<Route> transcript_routes();
std::vector<Route> query_routes();
std::vector<Route> await_routes();
std::vector<Route> event_routes();
std::vector<Route> recording_routes();
std::vector<Route> metric_routes();

/// [{"seq": 12, "text": "#12 GetSecretValue of prod/db: it ended clientError"}]
aws::Json near_misses_json(Scope& scope, const scenarios::Match& match);

}  // namespace stunt::harness::admin
