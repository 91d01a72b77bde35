// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "harness/metrics.h"

namespace stunt::harness::admin {

/// Counts by scope in Prometheus' text format; those of the empty name have no label `scope`.
std::string prometheus_text(const std::map<std::string, Counts>& by_scope);

}  // namespace stunt::harness::admin
