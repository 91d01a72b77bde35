// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "harness/admin/route.h"

namespace stunt::harness::admin {

/// health, ready, version, and the document of all of this
std::vector<Route> service_routes();
/// the worlds of this server
std::vector<Route> scope_routes();
/// what goes wrong
std::vector<Route> rule_routes();
/// the machines of rules
std::vector<Route> state_routes();
/// scenarios that play beside what was there at the start
std::vector<Route> scenario_routes();
/// verdicts, and back to the start
std::vector<Route> judging_routes();
/// secrets as they were
std::vector<Route> snapshot_routes();
/// what time it is
std::vector<Route> clock_routes();
/// what went by
std::vector<Route> transcript_routes();
/// which calls there were, and which nearly
std::vector<Route> query_routes();
/// waits for calls
std::vector<Route> await_routes();
/// what goes on, as it happens
std::vector<Route> event_routes();
/// files that calls are written to
std::vector<Route> recording_routes();
/// counts, for Prometheus
std::vector<Route> metric_routes();
/// what other programs' tests ask for
std::vector<Route> shim_routes();

}  // namespace stunt::harness::admin
