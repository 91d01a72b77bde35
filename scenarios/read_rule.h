// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// Reads one of `rules`. Where it notes problems the rule is of no use, except for its id.
Rule read_rule(const input::Value& value, const aws::ServiceModel& service);

/// A name for a rule or a scenario: 1 to 128 letters, digits, '.', '_', '/' and '-'.
std::optional<std::string> read_name(const input::Value& value);

}  // namespace stunt::scenarios
