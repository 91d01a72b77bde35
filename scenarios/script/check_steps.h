// SPDX-License-Identifier: MIT
#pragma once

#include "input/fields.h"
#include "scenarios/scenario.h"

namespace stunt::scenarios {

/// Notes steps that name a rule or a mark which the scenario does not have, that wait for a moment
/// which is past by then, or that move a clock which cannot be moved. `value` is where they were
/// read; the rest of the scenario has been read.
void check_steps(const input::Value& value, const Scenario& scenario);

}  // namespace stunt::scenarios
