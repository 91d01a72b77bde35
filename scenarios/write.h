// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/json.h"
#include "scenarios/rule.h"
#include "scenarios/scenario.h"

namespace stunt::scenarios {

/// The scenario as JSON in one canonical form: load_text() reads it back as the same scenario. Its
/// variables are gone, their values stand where they were used.
std::string write(const Scenario& scenario);

/// A rule in the form in which read_rule() reads it.
aws::Json to_json(const Rule& rule);

}  // namespace stunt::scenarios
