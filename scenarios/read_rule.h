// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/board.h"
#include "scenarios/read_name.h"
#include "scenarios/rule.h"

namespace stunt::scenarios {

/// Reads one of `rules`. Where it notes problems the rule is of no use, except for its id.
/// `machines` are those that its conditions and faults may name; `scoped`: it holds in a world of
/// its own. One without `id` is called `otherwise`, unless that is empty.
Rule read_rule(const input::Value& value, const aws::ServiceModel& service,
               const Board::States& machines, bool scoped, std::string_view otherwise = {});

}  // namespace stunt::scenarios
