// SPDX-License-Identifier: MIT
#pragma once

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/board.h"
#include "scenarios/read_name.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// Reads one of `rules`. Where it notes problems the rule is of no use, except for its id.
/// `machines` are those that its conditions and faults may name; `scoped`: it holds in a world of
/// its own.
Rule read_rule(const input::Value& value, const aws::ServiceModel& service,
               const Board::States& machines, bool scoped);

}  // namespace stunt::scenarios
